namespace AIWendy.Plugins.Journal.Export;

/// <summary>
/// Takes what writers write at once and passes it on when asked, so that writers without asynchronous calls can serve a
/// client of any speed. It holds no more than what was written since the last time.
/// </summary>
internal sealed class DrainStream(Stream target) : Stream
{
    private readonly MemoryStream _buffer = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Bytes that were written and not passed on yet.</summary>
    public long Waiting => _buffer.Length;

    /// <summary>Passes on what was written.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        await target.WriteAsync(_buffer.GetBuffer().AsMemory(0, (int)_buffer.Length), cancellationToken);
        _buffer.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => _buffer.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _buffer.Write(buffer);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
