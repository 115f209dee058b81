using System.Runtime.InteropServices;

namespace Callout.Sqlite;

/// <summary>Makes the names in a folder durable, which the runtime has no call for.</summary>
internal static class Folder
{
    private const int ReadOnly = 0;

    public static void Flush(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        var folder = Open(path, ReadOnly);
        if (folder < 0 || Sync(folder) != 0) throw new IOException($"The folder {path} could not be flushed to the disk (error {Marshal.GetLastPInvokeError()}).");
        _ = Close(folder);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Sync(int file);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int file);
}
