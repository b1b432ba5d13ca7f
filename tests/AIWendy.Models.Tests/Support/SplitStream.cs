namespace AIWendy.Models.Tests.Support;

/// <summary>Gives bytes in pieces of chosen sizes, so that every character and token is split somewhere.</summary>
internal sealed class SplitStream(byte[] bytes, Func<int> nextSize, Exception? endsWith = null) : Stream
{
    private int position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => position; set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.Yield();
        int size = Math.Min(Math.Min(nextSize(), buffer.Length), bytes.Length - position);
        if (size <= 0)
        {
            return endsWith is null ? 0 : throw endsWith;
        }

        bytes.AsMemory(position, size).CopyTo(buffer);
        position += size;
        return size;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
