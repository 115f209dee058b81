namespace Callout.Kernel;

/// <summary>Files one after the other, read as if they were one.</summary>
internal sealed class Pieces(IEnumerable<string> paths) : Stream
{
    private readonly Queue<string> left = new(paths);
    private FileStream? open;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct = default)
    {
        for (; ; )
        {
            if (open is null)
            {
                if (!left.TryDequeue(out var next)) return 0;
                open = File.OpenRead(next);
            }

            if (await open.ReadAsync(buffer, ct) is var read and > 0) return read;
            await open.DisposeAsync();
            open = null;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        open?.Dispose();
        base.Dispose(disposing);
    }
}
