namespace AIWendy.Host.Commands;

internal static class HostCommand
{
    public static Task<int> RunAsync(string[] args) => Task.FromResult(args.Length);
}
