using System.Diagnostics.CodeAnalysis;

namespace Callout.Optimize;

/// <summary>A file or an argument that says nothing we understand; the message is for whoever wrote it.</summary>
public sealed class Unreadable(string message) : Exception(message)
{
    internal static void If([DoesNotReturnIf(true)] bool broken, string message)
    {
        if (broken) throw new Unreadable(message);
    }
}
