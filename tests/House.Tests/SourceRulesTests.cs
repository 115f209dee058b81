namespace Callout.House.Tests;

/// <summary>Each rule holds for the source as it is, and finds the violation that is planted for it.</summary>
public sealed class SourceRulesTests
{
    private static readonly IReadOnlyList<SourceFile> Source = [.. Repository.Files("src", "*.cs").Where(f => !f.Path.StartsWith("src/Optimi", StringComparison.Ordinal))];

    [Fact]
    public void Only_contracts_and_commands_are_public()
    {
        Assert.Empty(SourceRules.PublicOutsideTheContract(Source));
        Assert.Single(SourceRules.PublicOutsideTheContract([new("src/Modules/Billing/Domain/Invoice.cs", "namespace X;\n\npublic sealed class Invoice;")]));
    }

    [Fact]
    public void Modules_have_one_inside_shape()
    {
        Assert.Empty(SourceRules.UnknownFolders(Source));
        Assert.Single(SourceRules.UnknownFolders([new("src/Modules/Billing/Helpers/Rounding.cs", "")]));
    }

    [Fact]
    public void Arrows_point_as_they_are_drawn()
    {
        Assert.Empty(SourceRules.WrongArrows(Repository.Files("src/Modules", "*.csproj")));
        Assert.Single(SourceRules.WrongArrows([new("src/Modules/WorkOrders/WorkOrders.csproj", """<ProjectReference Include="../Billing/Billing.csproj" />""")]));
    }

    [Fact]
    public void Nothing_reads_the_systems_clock()
    {
        Assert.Empty(SourceRules.ReadingTheSystemClock(Source));
        Assert.Single(SourceRules.ReadingTheSystemClock([new("src/Modules/Billing/Domain/Invoice.cs", "var due = DateTime.UtcNow.AddDays(14);")]));
    }

    [Fact]
    public void The_pages_speak_the_protocol_that_the_server_speaks()
    {
        var said = Assert.Single(Repository.Files("web/src/store", "protocol.ts")).Text;
        Assert.Contains($"export const protocol = {Protocol.Ours.Present}\n", said);
    }

    [Fact]
    public void Only_storage_knows_which_database_it_is()
    {
        Assert.Empty(SourceRules.KnowingTheDatabase(Source));
        Assert.Single(SourceRules.KnowingTheDatabase([new("src/Modules/Billing/Features/X.cs", "using Npgsql;")]));
    }
}
