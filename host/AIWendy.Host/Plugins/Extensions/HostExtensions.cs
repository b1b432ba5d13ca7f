using AIWendy.Host.Plugins.Building;
using AIWendy.Host.Plugins.Faults;
using AIWendy.Sdk;

namespace AIWendy.Host.Plugins.Extensions;

/// <summary>The live set of one extension point, over whatever is active at the moment of asking.</summary>
internal sealed class HostExtensions<T>(ActivePlugins active, PluginFaults faults) : IExtensions<T> where T : class
{
    public IExtensionLease<T> Acquire()
    {
        ExtensionLease lease = new();
        foreach ((PluginInstance owner, ExtensionContribution contribution) in active.Current.ExtensionsOf(typeof(T)))
        {
            try
            {
                lease.Add(owner, contribution);
            }
            catch (Exception exception)
            {
                faults.Report(owner.Id, $"creating a contribution to {typeof(T).Name}", exception);
            }
        }

        return lease;
    }

    public void ReportFault(Extension<T> extension, Exception exception) =>
        faults.Report(extension.PluginId, $"a contribution to {typeof(T).Name}", exception);

    private sealed class ExtensionLease : IExtensionLease<T>
    {
        private readonly List<Extension<T>> items = [];
        private readonly Dictionary<PluginInstance, AsyncServiceScope?> held = [];

        public IReadOnlyList<Extension<T>> Items => items;

        public void Add(PluginInstance owner, ExtensionContribution contribution)
        {
            if (!held.ContainsKey(owner))
            {
                if (!owner.TryEnter())
                {
                    return;
                }

                held.Add(owner, null);
            }

            object value = contribution.Instance ?? Resolve(owner, contribution.Implementation!);
            items.Add(new Extension<T>(owner.Id, (T)value));
        }

        public async ValueTask DisposeAsync()
        {
            items.Clear();
            foreach ((PluginInstance owner, AsyncServiceScope? scope) in held)
            {
                try
                {
                    if (scope is { } opened)
                    {
                        await opened.DisposeAsync();
                    }
                }
                finally
                {
                    owner.Exit();
                }
            }

            held.Clear();
        }

        private object Resolve(PluginInstance owner, Type implementation)
        {
            AsyncServiceScope scope = held[owner] ?? owner.Services.CreateAsyncScope();
            held[owner] = scope;
            return scope.ServiceProvider.GetRequiredService(implementation);
        }
    }
}
