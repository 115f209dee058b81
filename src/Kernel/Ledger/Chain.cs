using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Callout.Kernel;

/// <summary>Each entry's hash covers the one before it, so that nothing can be changed, dropped or slipped in unnoticed.</summary>
public sealed class Chain(long pos, byte[] hash)
{
    public static readonly byte[] Root = new byte[32];

    private readonly ArrayBufferWriter<byte> canonical = new(512);

    public long Pos { get; private set; } = pos;

    public byte[] Hash { get; private set; } = hash;

    public Chain Copy() => new(Pos, Hash);

    public static byte[] BodyHash(ReadOnlySpan<byte> salt, string body)
    {
        var bytes = new byte[salt.Length + Encoding.UTF8.GetByteCount(body)];
        salt.CopyTo(bytes);
        Encoding.UTF8.GetBytes(body, bytes.AsSpan(salt.Length));
        return SHA256.HashData(bytes);
    }

    /// <summary>Gives the entry its position and hash.</summary>
    public void Add(LedgerEntry entry)
    {
        entry.Pos = Pos + 1;
        entry.Hash = Next(entry);
        (Pos, Hash) = (entry.Pos, entry.Hash);
    }

    /// <summary>Null when the entry follows from the one before it, otherwise what is wrong with it.</summary>
    public string? Check(LedgerEntry entry)
    {
        if (entry.Pos != Pos + 1) return $"position {Pos + 1} is missing";
        if (!BodyHash(entry.Salt, entry.Body).AsSpan().SequenceEqual(entry.BodyHash)) return $"the body of event {entry.Pos} was changed";
        var next = Next(entry);
        if (!next.AsSpan().SequenceEqual(entry.Hash)) return $"event {entry.Pos} does not follow from the one before it";
        (Pos, Hash) = (entry.Pos, next);
        return null;
    }

    private byte[] Next(LedgerEntry entry)
    {
        canonical.ResetWrittenCount();
        canonical.Write(Hash);
        Put(entry.Pos);
        Put(entry.CommandId);
        Put(entry.Ordinal);
        Put(entry.Name);
        Put(entry.Version);
        Put(entry.SubjectType);
        Put(entry.SubjectId);
        Put(entry.Branch ?? Guid.Empty);
        Put(entry.Actor);
        Put(entry.Device ?? Guid.Empty);
        Put(Micros(entry.At));
        Put(Micros(entry.OccurredAt));
        Put((long)entry.OccurredQuality);
        Put(entry.Depth);
        canonical.Write(entry.BodyHash);
        return SHA256.HashData(canonical.WrittenSpan);
    }

    private static long Micros(Instant at) => at.ToUnixTimeTicks() / 10;

    private void Put(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(canonical.GetSpan(8), value);
        canonical.Advance(8);
    }

    private void Put(Guid value)
    {
        value.TryWriteBytes(canonical.GetSpan(16), bigEndian: true, out _);
        canonical.Advance(16);
    }

    private void Put(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Put(length);
        Encoding.UTF8.GetBytes(value, canonical.GetSpan(length));
        canonical.Advance(length);
    }
}
