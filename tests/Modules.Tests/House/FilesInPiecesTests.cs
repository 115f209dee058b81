using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Callout.WorkOrders;

namespace Callout.Modules.Tests;

/// <summary>A file that comes in pieces is kept when it is whole and what its name says, and not a moment before.</summary>
public sealed class FilesInPiecesTests : IAsyncLifetime
{
    private const int Piece = 256 << 10;

    private TestHouse house = null!;
    private BranchId branch;
    private Caller office = null!;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        branch = house.New<BranchId>();
        office = house.Dispatcher(branch);
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task Pieces_in_any_order_and_twice_become_one_verified_file()
    {
        var photo = Photo(2 * Piece + 77);
        var hash = Hash(photo);
        Assert.Equal((false, 0), await State(hash));

        await Put(hash, 2, photo);
        await Put(hash, 0, photo);
        await Put(hash, 0, photo);
        Assert.Equal([0, 2], (await office.Get<BlobState>($"blobs/{hash}")).Pieces);
        Assert.Contains("blob.incomplete", await (await Complete(hash, photo.Length)).Content.ReadAsStringAsync());
        Assert.Contains("1", await (await Complete(hash, photo.Length)).Content.ReadAsStringAsync());

        await Put(hash, 1, photo);
        Assert.Equal((false, 3), await State(hash));
        Assert.True((await Read(await Complete(hash, photo.Length))).Verified);
        Assert.True((await Read(await Complete(hash, photo.Length))).Verified);
        Assert.Equal((true, 0), await State(hash));
        Assert.Equal(photo, await Kept(hash));
        Assert.Empty(Incoming());
    }

    [Fact]
    public async Task What_is_not_what_its_name_says_is_never_kept_and_comes_again_from_its_beginning()
    {
        var photo = Photo(Piece + 5);
        var hash = Hash(photo);
        await Put(hash, 0, photo);
        var damaged = photo.ToArray();
        damaged[^1] ^= 1;
        await Put(hash, 1, damaged);

        var answer = await Complete(hash, photo.Length);
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains("blob.damaged", await answer.Content.ReadAsStringAsync());
        Assert.Equal((false, 0), await State(hash));

        await Put(hash, 0, photo);
        await Put(hash, 1, photo);
        Assert.True((await Read(await Complete(hash, photo.Length))).Verified);
    }

    [Fact]
    public async Task Size_and_kind_have_their_limits_by_this_door_too()
    {
        var page = "<script>alert(1)</script>"u8.ToArray();
        var hash = Hash(page);
        Assert.Contains("blob.not-what-it-says", await Said(Send(hash, 0, page, "image/jpeg")));
        Assert.Contains("blob.media-type", await Said(Send(hash, 0, page, "text/html")));
        Assert.Contains("blob.empty", await Said(Send(hash, 0, [], "image/jpeg")));
        Assert.Contains("blob.piece-too-large", await Said(Send(hash, 1, new byte[Piece + 1], "image/jpeg")));
        Assert.Contains("blob.too-large", await Said(Send(hash, 100, page, "image/jpeg")));
        Assert.Contains("blob.too-large", await Said(Complete(hash, (25 << 20) + 1)));
        Assert.Equal(400, (int)(await office.Http.GetAsync("/api/blobs/..%2F..%2Fkeys")).StatusCode);
        Assert.Equal((false, 0), await State(hash));

        // The first piece is asked what it is, and the whole again: who sends the second piece alone hides nothing.
        await Send(hash, 0, Photo(9), "image/jpeg");
        Assert.Contains("blob.damaged", await Said(Complete(hash, 9)));
    }

    [Fact]
    public async Task A_connection_that_breaks_in_a_piece_leaves_nothing_of_it()
    {
        var photo = Photo(Piece);
        var hash = Hash(photo);
        using var half = new HalfSent(photo, Piece / 2);
        half.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => office.Http.PutAsync($"/api/blobs/{hash}/0", half));
        Assert.Equal((false, 0), await State(hash));
    }

    [Fact]
    public async Task Abandoned_pieces_and_files_that_nobody_names_are_swept_and_no_others()
    {
        var (named, signed, orphan, abandoned) = (Photo(100), Png(1), Photo(101), Photo(Piece + 1));
        foreach (var photo in new[] { named, orphan })
        {
            await Put(Hash(photo), 0, photo);
            await Complete(Hash(photo), photo.Length);
        }

        await Send(Hash(signed), 0, signed, "image/png");
        await Complete(Hash(signed), signed.Length, "image/png");
        await Put(Hash(abandoned), 0, abandoned);
        var (order, technician) = (await house.Order(branch), house.New<ResourceId>());
        var visit = await house.Visit(order, branch, technician);
        await office.Post(new AttachToWorkOrder(house.New<AttachmentId>(), order, Hash(named), "before.jpg", "image/jpeg"));
        await office.Post(new SignVisit(visit, "Amina Yusuf", null, Hash(signed), new('b', 64)));

        await After(Duration.FromDays(13));
        Assert.Equal((false, 1), await State(Hash(abandoned)));
        await After(Duration.FromDays(2));
        Assert.Equal((false, 0), await State(Hash(abandoned)));

        await After(Duration.FromDays(60));
        Assert.NotNull(await Kept(Hash(orphan)));
        await After(Duration.FromDays(20));
        Assert.Null(await Kept(Hash(orphan)));
        Assert.NotNull(await Kept(Hash(named)));
        Assert.NotNull(await Kept(Hash(signed)));
    }

    [Fact]
    public async Task Who_asks_for_a_file_before_naming_it_keeps_it_from_being_swept()
    {
        var photo = Photo(100);
        await Put(Hash(photo), 0, photo);
        await Complete(Hash(photo), photo.Length);
        await After(Duration.FromDays(80));
        Assert.Equal((true, 0), await State(Hash(photo)));
        await After(Duration.FromDays(80));
        Assert.NotNull(await Kept(Hash(photo)));
    }

    private async Task After(Duration time)
    {
        house.Time.Advance(time.ToTimeSpan());
        await house.Settled();
    }

    private async Task<(bool Verified, int Pieces)> State(string hash) => await office.Get<BlobState>($"blobs/{hash}") is var state ? (state.Verified, state.Pieces.Count) : default;

    private Task<HttpResponseMessage> Put(string hash, int i, byte[] photo) => Send(hash, i, photo[(i * Piece)..Math.Min(photo.Length, (i + 1) * Piece)], "image/jpeg");

    private Task<HttpResponseMessage> Send(string hash, int i, byte[] piece, string mediaType)
    {
        var body = new ByteArrayContent(piece);
        body.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return office.Http.PutAsync($"/api/blobs/{hash}/{i}", body);
    }

    private Task<HttpResponseMessage> Complete(string hash, long size, string mediaType = "image/jpeg") =>
        office.Http.PostAsJsonAsync($"/api/blobs/{hash}/complete", new BlobWhole(size, mediaType), Wire.Json);

    private static async Task<BlobState> Read(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<BlobState>(Wire.Json))!;

    private static async Task<string> Said(Task<HttpResponseMessage> asked)
    {
        var answer = await asked;
        Assert.Equal(422, (int)answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<byte[]?> Kept(string hash) =>
        Path.Combine(house.Folder, "blobs", hash[..2], hash) is var path && File.Exists(path) ? await File.ReadAllBytesAsync(path) : null;

    private string[] Incoming() => Directory.GetFileSystemEntries(Path.Combine(house.Folder, "blobs", "incoming"));

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static byte[] Photo(int size)
    {
        var photo = new byte[size];
        new Random(size).NextBytes(photo);
        new byte[] { 0xFF, 0xD8, 0xFF }.CopyTo(photo, 0);
        return photo;
    }

    private static byte[] Png(byte n) => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, n];

    private sealed class HalfSent(byte[] content, int sent) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            await stream.WriteAsync(content.AsMemory(0, sent));
            await stream.FlushAsync();
            throw new IOException("The line went dead.");
        }

        protected override bool TryComputeLength(out long length)
        {
            length = content.Length;
            return true;
        }
    }
}
