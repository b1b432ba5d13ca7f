using System.CommandLine;
using AIWendy.Host.Commands;
using AIWendy.Host.Licences;

namespace AIWendy.Host.Tests.Licences;

/// <summary>The issuer's commands, and the one with which anybody looks at what he was sent.</summary>
public sealed class LicenceCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("aiwendy-licence-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_licence_of_ones_own_key_is_issued_and_shown_with_what_it_states()
    {
        string key = Keygen();

        (int code, string token, _) = Run(
            "issue", "--key", key, "--licensee", "Example Ltd", "--edition", "cloud", "--entitlement", "analytics", "sso",
            "--limit", "seats=25", "--from", "2026-01-01", "--expires", "2099-12-31");
        code.Should().Be(0);
        (int known, string text, _) = Run("show", token, "--key", Path.ChangeExtension(key, ".pub.pem"));

        known.Should().Be(0);
        text.Should().Contain("It is valid.").And.Contain("(not a key of this product)").And.Contain("analytics, sso").And.Contain("seats=25")
            .And.Contain("2100-01-01 00:00 UTC", "the last day counts as a whole");
        (int unknown, string shown, _) = Run("show", token);
        unknown.Should().Be(1);
        shown.Should().Contain("which is not trusted here").And.Contain("Example Ltd", "one sees all the same what it says");
    }

    [Fact]
    public void A_licence_that_was_changed_is_shown_as_invalid()
    {
        string key = Keygen();
        string[] parts = Run("issue", "--key", key, "--licensee", "Example Ltd").Output.Split('.');
        string[] other = Run("issue", "--key", key, "--licensee", "Somebody").Output.Split('.');

        (int code, string text, _) = Run("show", $"{parts[0]}.{other[1]}.{parts[2]}", "--key", Path.ChangeExtension(key, ".pub.pem"));

        code.Should().Be(1);
        text.Should().StartWith("state          invalid").And.Contain("changed or damaged");
    }

    [Fact]
    public void A_trust_list_is_shown_with_what_it_adds_and_takes_back()
    {
        string key = Keygen(), next = Keygen("next.pem");
        string id = LicenceKey.OfPem(File.ReadAllText(Path.ChangeExtension(next, ".pub.pem")), LicenceKeySource.BuiltIn).Id;
        string list = Run("trust", "--key", key, "--add-key", Path.ChangeExtension(next, ".pub.pem"), "--revoke", "licence-7").Output;

        (int code, string text, _) = Run("show", list, "--key", Path.ChangeExtension(key, ".pub.pem"));

        code.Should().Be(0);
        text.Should().StartWith("trust list").And.Contain(id).And.Contain("licence-7");
        Run("show", list).Error.Should().Contain("not signed by a key of this product");
    }

    [Theory]
    [InlineData("--edition", "enterprise", "\"enterprise\" is no edition; there are cloud and community.")]
    [InlineData("--entitlement", "Analytics.Events", "\"Analytics.Events\" is no entitlement*")]
    [InlineData("--limit", "seats", "\"seats\" is no limit*")]
    [InlineData("--expires", "31.12.2027", "\"31.12.2027\" is no date*")]
    [InlineData("--expires", "2020-01-01", "It would end before it begins.")]
    [InlineData("--grace-days", "9999", "*grace_days*")]
    public void What_nobody_could_use_is_not_issued(string option, string value, string because)
    {
        (int code, string output, string error) = Run("issue", "--key", Keygen(), "--licensee", "Example Ltd", option, value);

        code.Should().Be(1);
        output.Should().BeEmpty();
        error.Should().Match(because);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no-such-file.jws")]
    public void Where_there_is_no_licence_nothing_is_shown(string argument) => Run("show", argument).Code.Should().Be(1);

    private string Keygen(string name = "issuing.pem")
    {
        string file = Path.Combine(folder, name);
        Run("keygen", file).Code.Should().Be(0);
        return file;
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        int code = LicenceCommand.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString().Trim(), error.ToString().Trim());
    }
}
