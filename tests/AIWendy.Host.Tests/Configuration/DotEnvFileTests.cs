using AIWendy.Host.Configuration;

namespace AIWendy.Host.Tests.Configuration;

public sealed class DotEnvFileTests
{
    [Theory]
    [InlineData("A=1", "1")]
    [InlineData("  export A = 1  ", "1")]
    [InlineData("A=one two # a comment", "one two")]
    [InlineData("A=p#ss", "p#ss")]
    [InlineData("A='single # kept $HOME \\n' # comment", "single # kept $HOME \\n")]
    [InlineData("A=\"a\\nb \\\"c\\\" \\\\ \\$\"", "a\nb \"c\" \\ $")]
    [InlineData("A=\"C:\\dir\"", "C:\\dir")]
    [InlineData("A=x=y", "x=y")]
    [InlineData("A=", "")]
    [InlineData("A=#only a comment", "")]
    [InlineData("\uFEFFA=1", "1")]
    [InlineData("A=1\r\nB=2", "1")]
    [InlineData("A=1\nA=2", "2")]
    public void A_line_gives_its_value(string text, string expected)
    {
        List<string> problems = [];
        DotEnvFile.Parse(text, problems)["A"].Should().Be(expected);
        problems.Should().BeEmpty();
    }

    [Theory]
    [InlineData("just words")]
    [InlineData("1A=2")]
    [InlineData("=2")]
    [InlineData("A=\"open")]
    [InlineData("A='a' b")]
    public void A_line_that_is_no_setting_is_named_by_its_number(string line)
    {
        List<string> problems = [];
        DotEnvFile.Parse("\n# comment\n" + line, problems).Should().BeEmpty();
        problems.Should().ContainSingle().Which.Should().Contain("Line 3");
    }
}
