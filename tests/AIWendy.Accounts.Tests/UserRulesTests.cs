using AIWendy.Plugins.Accounts.Registration;
using AIWendy.Sdk;
using Microsoft.Extensions.Configuration;
using NSubstitute;

namespace AIWendy.Accounts.Tests;

public sealed class UserRulesTests
{
    [Theory]
    [InlineData("ada@example.org")]
    [InlineData("ada+journal@sub.example.co.uk")]
    [InlineData("o'hara@localhost")]
    [InlineData("交易@例子.中国")]
    public void Addresses_that_can_receive_mail_are_accepted(string email) =>
        UserRules.CheckEmail(email).Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("@example.org")]
    [InlineData("ada@")]
    [InlineData("ada@@example.org")]
    [InlineData("a b@example.org")]
    [InlineData("ada@example..org")]
    [InlineData("ada@.example.org")]
    [InlineData("ada@example.org\r\nbcc:eve@example.org")]
    public void What_is_no_address_is_refused(string email) =>
        UserRules.CheckEmail(email).Should().NotBeNull();

    [Fact]
    public void An_address_is_at_most_254_characters_long()
    {
        string domain = string.Join('.', Enumerable.Repeat("abcdefghi", 20)) + ".example.org";
        UserRules.CheckEmail("ada@" + domain).Should().BeNull();
        UserRules.CheckEmail(new string('a', 64) + "@" + domain).Should().NotBeNull();
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("Ada", true)]
    [InlineData("line\nbreak", false)]
    public void A_display_name_is_one_line(string? name, bool fits) =>
        (UserRules.CheckDisplayName(name) is null).Should().Be(fits);

    [Fact]
    public void A_display_name_is_at_most_80_characters_long()
    {
        UserRules.CheckDisplayName(new string('a', 80)).Should().BeNull();
        UserRules.CheckDisplayName(new string('a', 81)).Should().NotBeNull();
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("en", true)]
    [InlineData("zh-CN", true)]
    [InlineData("fr", false)]
    public void Languages_are_those_of_the_product(string? language, bool fits) =>
        (UserRules.CheckLanguage(language) is null).Should().Be(fits);

    [Theory]
    [InlineData(null, true)]
    [InlineData("America/New_York", true)]
    [InlineData("Asia/Shanghai", true)]
    [InlineData("Mars/Olympus", false)]
    [InlineData("../../etc/passwd", false)]
    public void Time_zones_are_IANA_names(string? timeZone, bool fits) =>
        (UserRules.CheckTimeZone(timeZone) is null).Should().Be(fits);

    [Theory]
    [InlineData(null, DeploymentMode.SelfHosted, true)]
    [InlineData("", DeploymentMode.SelfHosted, true)]
    [InlineData(null, DeploymentMode.Cloud, false)]
    [InlineData("closed", DeploymentMode.SelfHosted, false)]
    [InlineData("Open", DeploymentMode.Cloud, true)]
    public void Registration_follows_the_setting_and_then_the_mode(string? setting, DeploymentMode mode, bool open)
    {
        RegistrationPolicy policy = Policy(setting);
        policy.Allows(Deployment(mode), anybodyYet: true).Should().Be(open);
        policy.Allows(Deployment(mode), anybodyYet: false).Should().BeTrue("somebody must own the installation");
    }

    [Fact]
    public void A_misspelt_registration_setting_is_refused_by_name() =>
        FluentActions.Invoking(() => Policy("clsoed")).Should().Throw<ArgumentException>().WithMessage("AIWENDY_REGISTRATION*open, invitation or closed*");

    private static RegistrationPolicy Policy(string? setting) => RegistrationPolicy.From(
        new ConfigurationBuilder().AddInMemoryCollection([new("AIWENDY_REGISTRATION", setting)]).Build());

    private static IDeployment Deployment(DeploymentMode mode)
    {
        IDeployment deployment = Substitute.For<IDeployment>();
        deployment.Mode.Returns(mode);
        deployment.IsSelfHosted.Returns(mode == DeploymentMode.SelfHosted);
        return deployment;
    }
}
