using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Callout.Kernel;

public static class Id
{
    /// <summary>A new id of version 7: time-ordered, so that indexes stay tidy.</summary>
    public static TId New<TId>(Instant at) where TId : struct, IId<TId> => TId.From(Guid.CreateVersion7(at.ToDateTimeOffset()));

    /// <summary>The same id whenever it is asked for the same cause: what follows from a command may then be tried again without being done twice.</summary>
    public static Guid Derived(Guid cause, int ordinal, string name)
    {
        Span<byte> input = stackalloc byte[20 + Encoding.UTF8.GetMaxByteCount(name.Length)];
        cause.TryWriteBytes(input, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(input[16..], ordinal);
        var length = 20 + Encoding.UTF8.GetBytes(name, input[20..]);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(input[..length], hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    internal static bool IsId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

    internal static Guid Of(object id) => (Guid)id.GetType().GetProperty(nameof(IId<BranchId>.Value))!.GetValue(id)!;
}
