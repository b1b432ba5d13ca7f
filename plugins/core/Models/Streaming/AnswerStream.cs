namespace AIWendy.Plugins.Models.Streaming;

/// <summary>
/// The body of an answer, read within limits: time between bytes, size of a line, of an event and of the whole. Ends
/// with a blank line even where the server forgot it, so that a last event without one is not lost.
/// </summary>
internal sealed class AnswerStream : Stream
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];
    private static readonly byte[] BlankLine = "\n\n"u8.ToArray();

    private readonly Stream inner;
    private readonly ModelLimits limits;
    private readonly CancellationToken stopped;
    private readonly CancellationTokenSource silence;
    private readonly CancellationTokenSource either;
    private long total;
    private int line;
    private int eventBytes;
    private byte last;
    private bool hasBegun;
    private ReadOnlyMemory<byte> ahead;

    /// <param name="inner">The body; this stream owns it.</param>
    /// <param name="limits">What is allowed.</param>
    /// <param name="silence">Already running for the first byte; this stream owns it.</param>
    /// <param name="stopped">Fires when the user stops the answer.</param>
    public AnswerStream(Stream inner, ModelLimits limits, CancellationTokenSource silence, CancellationToken stopped)
    {
        this.inner = inner;
        this.limits = limits;
        this.silence = silence;
        this.stopped = stopped;
        either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, stopped);
    }

    /// <summary>Whether the body ended in the middle of a line.</summary>
    public bool EndedInLine { get; private set; }

    /// <summary>Whether any byte has arrived.</summary>
    public bool HasBegun => hasBegun;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private bool HasEnded { get; set; }

    /// <summary>The first byte that is no white space, without consuming it; 0 when the body holds none.</summary>
    public async ValueTask<byte> PeekAsync()
    {
        byte[] buffer = new byte[4096];
        int read = await ReadAsync(buffer).ConfigureAwait(false);
        ahead = buffer.AsMemory(0, read);
        ReadOnlySpan<byte> text = ahead.Span.StartsWith(ByteOrderMark) ? ahead.Span[ByteOrderMark.Length..] : ahead.Span;
        int first = text.IndexOfAnyExcept(" \t\r\n"u8);
        return first < 0 ? (byte)0 : text[first];
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (ahead.Length > 0 || HasEnded || buffer.Length == 0)
        {
            return TakeAhead(buffer);
        }

        int read = await ReadInnerAsync(buffer).ConfigureAwait(false);
        if (read == 0)
        {
            HasEnded = true;
            EndedInLine = hasBegun && last is not ((byte)'\n' or (byte)'\r');
            ahead = BlankLine;
            return TakeAhead(buffer);
        }

        hasBegun = true;
        silence.CancelAfter(limits.Idle);
        Measure(buffer.Span[..read]);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Abort();
            either.Dispose();
            silence.Dispose();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int TakeAhead(Memory<byte> buffer)
    {
        int copied = Math.Min(ahead.Length, buffer.Length);
        ahead[..copied].CopyTo(buffer);
        ahead = ahead[copied..];
        return copied;
    }

    /// <summary>
    /// Closes the connection at once. A plain dispose would first read on for up to two seconds, to save the connection,
    /// while the server keeps generating. Only a cancelled read that waits for the network cuts it off.
    /// </summary>
    private void Abort()
    {
        if (HasEnded)
        {
            return;
        }

        using CancellationTokenSource cut = new();
        byte[] buffer = new byte[4096];
        for (int attempt = 0; attempt < 64; attempt++)
        {
            Task<int> pending = inner.ReadAsync(buffer, cut.Token).AsTask();
            if (!pending.IsCompleted)
            {
                cut.Cancel();
                _ = pending.ContinueWith(static task => task.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
                return;
            }

            if (!pending.IsCompletedSuccessfully || pending.GetAwaiter().GetResult() == 0)
            {
                _ = pending.Exception;
                return;
            }
        }
    }

    private async ValueTask<int> ReadInnerAsync(Memory<byte> buffer)
    {
        try
        {
            return await inner.ReadAsync(buffer, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stopped.IsCancellationRequested)
        {
            throw hasBegun ? ModelErrors.Silent(limits.Idle) : ModelErrors.NoFirstByte(limits.FirstByte);
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException or ObjectDisposedException)
        {
            stopped.ThrowIfCancellationRequested();
            throw ModelErrors.Cut(failure);
        }
        catch (InvalidDataException failure)
        {
            throw ModelErrors.BadResponse("The model server sent compressed data that can not be read.", failure);
        }
    }

    private void Measure(ReadOnlySpan<byte> bytes)
    {
        total += bytes.Length;
        if (total > limits.TotalBytes)
        {
            throw ModelErrors.TooLong();
        }

        foreach (byte current in bytes)
        {
            bool isBreak = current is (byte)'\n' or (byte)'\r';
            if (!isBreak)
            {
                line++;
                eventBytes++;
            }
            else if (!(current == (byte)'\n' && last == (byte)'\r'))
            {
                eventBytes = line == 0 ? 0 : eventBytes;
                line = 0;
            }

            last = current;
            if (line > limits.LineBytes || eventBytes > limits.EventBytes)
            {
                throw ModelErrors.TooLong();
            }
        }
    }
}
