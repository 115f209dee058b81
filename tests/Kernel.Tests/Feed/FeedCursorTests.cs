namespace Callout.Kernel.Tests;

public sealed class FeedCursorTests
{
    // What a request's first line may hold, by our own server and by most proxies.
    private const int LineAtMost = 8192;

    private static readonly LocalDate Today = new(2026, 11, 26);

    [Fact]
    public void Every_position_comes_back()
    {
        var cursor = Following(branches: 3, days: 5, pos: (branch, day) => branch == 1 && day > 2 ? 7 : 812_345) with { Epoch = "a-epoch" };

        var read = FeedCursor.Read(cursor.Write(), "another");

        Assert.Equal("a-epoch", read.Epoch);
        Assert.Equal(cursor.Positions.OrderBy(p => p.Key), read.Positions.OrderBy(p => p.Key));
    }

    [Theory]
    [InlineData(150, 62)]
    [InlineData(40, 62)]
    public void Head_office_that_follows_every_branch_for_two_months_has_a_cursor_that_fits_a_request(int branches, int days)
    {
        // The day that began this morning has not been read as far as the others.
        var cursor = Following(branches, days, (_, day) => day == days - 1 ? 0 : 812_345_678);

        Assert.InRange(cursor.Write().Length, 100, LineAtMost - 512);
    }

    [Theory]
    [InlineData("no cursor")]
    [InlineData("AAAA")]
    [InlineData("eyJlcG9jaCI6ImEifQ")]
    public void What_is_no_cursor_is_told_so(string text) => Assert.Throws<Unreadable>(() => FeedCursor.Read(text, "a-epoch"));

    private static FeedCursor Following(int branches, int days, Func<int, int, long> pos)
    {
        var positions = new Dictionary<string, long> { [Audience.HeadOffice.Key] = 812_345, ["everyone:office"] = 812_345 };
        for (var branch = 0; branch < branches; branch++)
        {
            var id = new BranchId(Guid.CreateVersion7());
            positions[Audience.Branch(id).Key] = 812_345_678;
            for (var day = 0; day < days; day++) positions[Audience.BranchDay(id, Today.PlusDays(day)).Key] = pos(branch, day);
        }

        for (var day = 0; day < days; day++) positions[Audience.HeadOfficeDay(Today.PlusDays(day)).Key] = 812_345_678;
        return new FeedCursor("0199f3a0-0000-7000-8000-000000000000", positions);
    }
}
