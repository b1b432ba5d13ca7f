using AIWendy.Sdk;

namespace AIWendy.Coaching.Tests.Fakes;

internal sealed class FakeExtensions<T>(params T[] values) : IExtensions<T> where T : class
{
    public List<Exception> Faults { get; } = [];

    public int OpenLeases { get; private set; }

    public IExtensionLease<T> Acquire()
    {
        OpenLeases++;
        return new Lease(this, [.. values.Select((value, index) => new Extension<T>($"plugin.{index}", value))]);
    }

    public void ReportFault(Extension<T> extension, Exception exception) => Faults.Add(exception);

    private sealed class Lease(FakeExtensions<T> owner, IReadOnlyList<Extension<T>> items) : IExtensionLease<T>
    {
        public IReadOnlyList<Extension<T>> Items => items;

        public ValueTask DisposeAsync()
        {
            owner.OpenLeases--;
            return ValueTask.CompletedTask;
        }
    }
}
