using System.Text;
using System.Text.Json;

namespace Callout.Kernel;

/// <summary>What the witness wrote of one event: enough to say what is missing and who knows of it, and nothing about a person.</summary>
/// <param name="Hash">Of the chain up to it, in hex.</param>
/// <param name="Device">From which it was sent: it may hold the command still.</param>
public sealed record Witnessed(long Pos, string Hash, Instant At, string? Name = null, string? Subject = null, string? Actor = null, Guid? Device = null, Guid? Command = null);

/// <summary>The witness's own files, outside the database: a line for each event, the oldest first. Better on another disk than the database.</summary>
/// <param name="Folder">Made when the first line is written.</param>
public sealed record WitnessBook(string Folder)
{
    private const int LastLineAtMost = 4096, FileAtMost = 16 << 20;

    private static readonly UTF8Encoding Utf8 = new(false);

    /// <summary>Null when another process is writing.</summary>
    internal IDisposable? Take()
    {
        var path = Path.Combine(Directory.CreateDirectory(Folder).FullName, "lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>The newest that was witnessed, or null before anything was.</summary>
    public Witnessed? Last()
    {
        foreach (var path in Files().Reverse())
            if (LastLine(path) is { } line) return JsonSerializer.Deserialize<Witnessed>(line, Wire.Json);
        return null;
    }

    /// <summary>All lines after a position, in their order.</summary>
    public IEnumerable<Witnessed> After(long pos) => Files().SelectMany(Lines).Where(e => e.Pos > pos);

    /// <summary>What each restore lost, the newest first.</summary>
    internal IEnumerable<Loss> Losses() => Directory.Exists(Folder)
        ? Directory.EnumerateFiles(Folder, "lost-*.json").OrderDescending(StringComparer.Ordinal).Select(path => JsonSerializer.Deserialize<Loss>(File.ReadAllText(path), Wire.Json)!)
        : [];

    internal void Append(IReadOnlyList<Witnessed> events)
    {
        if (events.Count == 0) return;
        var path = Files().LastOrDefault();
        if (path is null || new FileInfo(path).Length > FileAtMost) path = Path.Combine(Folder, $"{events[0].Pos:D15}.jsonl");
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        file.Position = WholeLines(file);
        file.SetLength(file.Position);
        file.Write(Utf8.GetBytes(string.Concat(events.Select(e => JsonSerializer.Serialize(e, Wire.Json) + "\n"))));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Forgets files in which everything is older.</summary>
    internal void Forget(Instant before)
    {
        foreach (var path in Files().SkipLast(1).ToList())
            if (LastLine(path) is { } line && JsonSerializer.Deserialize<Witnessed>(line, Wire.Json)!.At < before) File.Delete(path);
    }

    /// <summary>The book is closed; the next line begins another.</summary>
    internal void SetAside(string name)
    {
        var files = Files().ToList();
        if (files.Count == 0) return;
        var aside = Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;
        foreach (var path in files) File.Move(path, Path.Combine(aside, Path.GetFileName(path)));
    }

    private IEnumerable<string> Files() => Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, "*.jsonl").Order(StringComparer.Ordinal) : [];

    private static IEnumerable<Witnessed> Lines(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var whole = WholeLines(file);
        file.Position = 0;
        using var text = new StreamReader(new BufferedStream(file), Utf8);
        for (long read = 0; read < whole && text.ReadLine() is { } line; read += Utf8.GetByteCount(line) + 1)
            yield return JsonSerializer.Deserialize<Witnessed>(line, Wire.Json)!;
    }

    private static string? LastLine(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var end = WholeLines(file);
        if (end == 0) return null;
        var start = Math.Max(0, end - LastLineAtMost);
        var bytes = new byte[end - start - 1];
        file.Position = start;
        file.ReadExactly(bytes);
        return Utf8.GetString(bytes)[(Utf8.GetString(bytes).LastIndexOf('\n') + 1)..];
    }

    // A process that was killed may have left half a line.
    private static long WholeLines(FileStream file)
    {
        for (var end = file.Length; end > 0; end--)
        {
            file.Position = end - 1;
            if (file.ReadByte() == '\n') return end;
        }

        return 0;
    }
}
