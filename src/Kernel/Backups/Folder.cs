using System.Runtime.InteropServices;

namespace Callout.Kernel;

/// <summary>What the runtime has no call for: names in a folder made durable, and a second name for a file.</summary>
public static class Folder
{
    private const int ReadOnly = 0;

    public static void Flush(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        var folder = Open(path, ReadOnly);
        if (folder < 0 || Sync(folder) != 0) throw new IOException($"The folder {path} could not be flushed to the disk (error {Marshal.GetLastPInvokeError()}).");
        _ = Close(folder);
    }

    /// <summary>False where the disk cannot give one file two names.</summary>
    public static bool TryLink(string existing, string another) => !OperatingSystem.IsWindows() && Link(existing, another) == 0;

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Sync(int file);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int file);

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string existing, [MarshalAs(UnmanagedType.LPUTF8Str)] string another);
}
