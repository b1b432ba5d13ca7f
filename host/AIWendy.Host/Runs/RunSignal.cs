using System.Threading.Channels;

namespace AIWendy.Host.Runs;

/// <summary>Wakes one reader of a run. Waking twice before it looks is waking once.</summary>
internal sealed class RunSignal
{
    private readonly Channel<bool> woken = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Wake() => woken.Writer.TryWrite(true);

    public async ValueTask WaitAsync(CancellationToken cancellationToken) => await woken.Reader.ReadAsync(cancellationToken);
}
