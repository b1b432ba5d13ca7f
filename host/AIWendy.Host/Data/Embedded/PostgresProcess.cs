using System.Diagnostics;
using System.Runtime.InteropServices;

namespace AIWendy.Host.Data.Embedded;

/// <summary>
/// A running server: the host's own child, or one that an earlier host left behind and this one adopted.
/// </summary>
internal sealed class PostgresProcess : IDisposable
{
    private const int SignalInterrupt = 2;
    private const int SignalQuit = 3;

    private readonly TaskCompletionSource exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool isChild;

    private PostgresProcess(int id, bool isChild)
    {
        Id = id;
        this.isChild = isChild;
    }

    /// <summary>Process id of the server.</summary>
    public int Id { get; private set; }

    /// <summary>Completes when a child has ended; never for an adopted server.</summary>
    public Task Exited => exited.Task;

    /// <summary>Starts a child.</summary>
    /// <param name="start">What to start.</param>
    /// <param name="onLine">Receives every line that the server writes.</param>
    public static PostgresProcess Start(ProcessStartInfo start, Action<string> onLine)
    {
        PostgresProcess server = new(0, isChild: true);
        TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);

        // The kernel ties "stop when your parent dies" to the thread that forked, so this thread lives as long as the child.
        Thread thread = new(() => server.Run(start, onLine, started)) { IsBackground = true, Name = "PostgreSQL", };
        thread.Start();
        started.Task.GetAwaiter().GetResult();
        return server;
    }

    /// <summary>Takes charge of a server that already runs.</summary>
    public static PostgresProcess Adopt(int id) => new(id, isChild: false);

    /// <summary>Whether the server runs.</summary>
    public bool IsRunning => isChild ? !exited.Task.IsCompleted : ServerFiles.IsAlive(Id);

    /// <summary>Completes when the server has ended, whoever started it.</summary>
    public async Task EndsAsync(CancellationToken cancellationToken)
    {
        if (isChild)
        {
            await exited.Task.WaitAsync(cancellationToken);
            return;
        }

        while (IsRunning)
        {
            await Task.Delay(500, cancellationToken);
        }
    }

    /// <summary>Asks for a fast shutdown, and insists after a while.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        if (!IsRunning)
        {
            return;
        }

        _ = Signal(Id, SignalInterrupt);
        if (!await EndsWithinAsync(patience))
        {
            // Immediate shutdown: no data is lost, the next start replays the log.
            _ = Signal(Id, SignalQuit);
            await EndsWithinAsync(TimeSpan.FromSeconds(5));
        }
    }

    public void Dispose()
    {
        if (IsRunning)
        {
            _ = Signal(Id, SignalInterrupt);
        }
    }

    private async Task<bool> EndsWithinAsync(TimeSpan patience)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (IsRunning && watch.Elapsed < patience)
        {
            await Task.Delay(10);
        }

        return !IsRunning;
    }

    private void Run(ProcessStartInfo start, Action<string> onLine, TaskCompletionSource started)
    {
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Exception exception)
        {
            exited.TrySetResult();
            started.SetException(new DatabaseException($"{start.FileName} can not be started: {exception.Message}", exception));
            return;
        }

        using (process)
        {
            Id = process.Id;
            process.StandardInput.Close();
            process.OutputDataReceived += (_, line) => Report(line.Data);
            process.ErrorDataReceived += (_, line) => Report(line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            started.SetResult();
            process.WaitForExit();
            exited.TrySetResult();
        }

        void Report(string? line)
        {
            if (!string.IsNullOrEmpty(line))
            {
                onLine(line);
            }
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Signal(int process, int signal);
}
