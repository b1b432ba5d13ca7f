using System.Reflection;
using AIWendy.Host.Jobs;
using AIWendy.Host.Plugins.Discovery;
using AIWendy.Host.Plugins.Faults;
using AIWendy.Host.Plugins.Loading;
using AIWendy.Host.Plugins.Metrics;
using AIWendy.Host.Plugins.Serving;
using AIWendy.Sdk;

namespace AIWendy.Host.Plugins.Building;

/// <summary>
/// Turns a package into an instance: loads the code, calls Configure, builds services and endpoints. All of it runs the
/// plugin's code, so all of it happens on a thread of its own with a time limit.
/// </summary>
internal sealed class PluginFactory(
    IServiceProvider host,
    IConfiguration configuration,
    PluginRuntimeOptions options,
    PluginFaults faults,
    PluginLogs logs)
{
    private readonly Lazy<SharedAssemblies> shared = new(() => new SharedAssemblies());

    /// <exception cref="PluginRefusedException">The plugin threw, hung or breaks a rule.</exception>
    public async Task<PluginInstance> BuildAsync(PluginPackage package, CancellationToken cancellationToken)
    {
        TaskCompletionSource<PluginInstance> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Thread thread = new(() => Run(package, result)) { IsBackground = true, Name = $"configure {package.Id}" };
        thread.Start();
        try
        {
            return await result.Task.WaitAsync(options.ConfigureLimit, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            _ = DisposeLateAsync(result.Task);
            cancellationToken.ThrowIfCancellationRequested();
            faults.Report(package.Id, "Configure", new LostCallException(options.ConfigureLimit));
            faults.CountLost(package.Id);
            throw new PluginRefusedException($"Configure did not return within {options.ConfigureLimit.TotalSeconds:0.#} s.");
        }
    }

    private static async Task DisposeLateAsync(Task<PluginInstance> building)
    {
        try
        {
            PluginInstance late = await building;
            await late.DisposeAsync();
        }
        catch (PluginRefusedException)
        {
            // Refused already; nothing is left of it.
        }
    }

    private static string Sentence(string step, Exception exception)
    {
        Exception cause = exception is TargetInvocationException or TypeInitializationException && exception.InnerException is { } inner ? inner : exception;
        return $"{step} failed: {cause.Message}";
    }

    private void Run(PluginPackage package, TaskCompletionSource<PluginInstance> result)
    {
        try
        {
            result.SetResult(Build(package));
        }
        catch (PluginRefusedException refused)
        {
            result.SetException(refused);
        }
        catch (Exception exception)
        {
            faults.Report(package.Id, "Loading", exception);
            result.SetException(new PluginRefusedException(Sentence("Loading", exception)));
        }
    }

    private PluginInstance Build(PluginPackage package)
    {
        bool collectible = !package.BuiltIn || options.CollectBuiltIn;
        PluginLoadContext context = new(package.Id, package.Manifest.Version, package.EntryPath, shared.Value, collectible);
        PluginInstance instance = new(package, context);
        string step = "Loading";
        try
        {
            Assembly assembly = LoadEntry(package, context);
            step = "The plugin's constructor";
            IPlugin plugin = CreatePlugin(assembly);
            step = "Configure";
            PluginBuilder builder = new(package.Manifest, configuration, host.GetService<IPluginSettingsFactory>(), IsShared);
            plugin.Configure(builder);
            ServiceCollection services = builder.Close();
            step = "Building the services";
            PluginContributions contributions = builder.Contributions;
            PluginJobs jobs = new(package.Id, contributions.Jobs.ContainsKey, host.GetService<IJobQueue>());
            services.AddSingleton(host.GetRequiredService<PluginMetrics>().For(package.Id));
            HostServices.AddTo(services, host, logs.For(package.Id, host.GetRequiredService<ILoggerFactory>()), jobs, contributions);
            ServiceProvider provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
            instance.Attach(provider, new PluginSingletons(services, provider), contributions);
            step = "Mapping the endpoints";
            instance.Attach(EndpointAssembler.Build(instance, host));
            return instance;
        }
        catch (Exception exception)
        {
            // Dispose asynchronous: a plugin's service may be disposable in that way only.
            instance.DisposeAsync().AsTask().GetAwaiter().GetResult();
            if (exception is PluginRefusedException)
            {
                throw;
            }

            faults.Report(package.Id, step, exception);
            throw new PluginRefusedException(Sentence(step, exception));
        }
    }

    private static Assembly LoadEntry(PluginPackage package, PluginLoadContext context)
    {
        Assembly assembly;
        try
        {
            assembly = context.LoadFromAssemblyPath(package.EntryPath);
        }
        catch (Exception exception) when (exception is BadImageFormatException or FileLoadException or IOException)
        {
            throw new PluginRefusedException($"{package.Manifest.Entry} is damaged or no .NET assembly.", PluginState.Incompatible);
        }

        string? stated = assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(metadata => metadata.Key == "AIWendy.PluginId")?.Value;
        return stated == package.Id
            ? assembly
            : throw new PluginRefusedException(
                $"The manifest says {package.Id}, but {package.Manifest.Entry} was built as {stated ?? "no plugin"}.",
                PluginState.Incompatible);
    }

    private static IPlugin CreatePlugin(Assembly assembly)
    {
        List<Type> entries = [.. assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IPlugin)))];
        return entries.Count == 1
            ? (IPlugin)Activator.CreateInstance(entries[0], nonPublic: true)!
            : throw new PluginRefusedException(
                entries.Count == 0 ? "The entry assembly holds no class that implements IPlugin." : "The entry assembly holds more than one class that implements IPlugin.",
                PluginState.Incompatible);
    }

    private bool IsShared(Type type) => shared.Value.Contains(type.Assembly.GetName().Name);
}
