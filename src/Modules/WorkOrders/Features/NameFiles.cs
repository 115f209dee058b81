namespace Callout.WorkOrders;

/// <summary>Which files attachments, signatures and requests name.</summary>
internal static class NameFiles
{
    public static async Task<IReadOnlyCollection<string>> Named(IReadOnlyCollection<string> hashes, Reading reading, CancellationToken ct)
    {
        List<string> asked = [.. hashes];
        HashSet<string> named = [.. await reading.Of<Attachment>().Where(a => asked.Contains(a.Hash)).Select(a => a.Hash).Distinct().ToListAsync(ct)];
        if (named.Count == asked.Count) return named;
        HashSet<string> left = [.. asked.Except(named)];
        // Within JSON, and so read one by one; the few that are asked about are asked once in a season.
        await foreach (var signature in reading.Of<Visit>().Where(v => v.Signature != null).Select(v => v.Signature!).AsAsyncEnumerable().WithCancellation(ct))
            if (left.Contains(signature.Image)) named.Add(signature.Image);
        await foreach (var media in reading.Of<ServiceRequest>().Select(r => r.Media).AsAsyncEnumerable().WithCancellation(ct)) named.UnionWith(media.Where(left.Contains));
        return named;
    }
}
