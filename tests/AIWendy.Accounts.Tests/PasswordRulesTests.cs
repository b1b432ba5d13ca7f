using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Passwords;
using AIWendy.Plugins.Accounts.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AIWendy.Accounts.Tests;

public sealed class PasswordRulesTests
{
    private const string Email = "Ada.Lovelace@example.org";

    [Theory]
    [InlineData("violet kettle 9")]
    [InlineData("correct horse battery")]
    [InlineData("8405913377")]
    [InlineData("zanbimorqe")]
    [InlineData("春眠不觉晓处处闻啼鸟")]
    [InlineData("monkeysuncle-in-spring")]
    public void A_long_and_unusual_password_is_accepted(string password) =>
        PasswordRules.Check(password, Email).Should().BeNull();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ninechars")]
    [InlineData("春眠不觉晓处处闻啼")]
    [InlineData("😀😀😀😀😀")]
    public void Fewer_than_ten_characters_are_refused(string? password) =>
        PasswordRules.Check(password, Email)!.En.Should().StartWith("Use at least 10");

    [Fact]
    public void The_longest_password_is_bounded()
    {
        string unit = "violet kettle 9 stone";
        string fits = string.Concat(Enumerable.Repeat(unit + "x", 20))[..PasswordRules.MaximumLength];
        PasswordRules.Check(fits, Email).Should().BeNull();
        PasswordRules.Check(fits + "y", Email)!.En.Should().StartWith("Use at most 256");
        PasswordRules.Check(new string('é', 100_000), Email)!.En.Should().StartWith("Use at most 256");
    }

    [Theory]
    [InlineData("password123")]
    [InlineData("P@ssw0rd2024!")]
    [InlineData("1234567890")]
    [InlineData("0987654321")]
    [InlineData("qwertyuiop")]
    [InlineData("qwerty123456")]
    [InlineData("1q2w3e4r5t6y")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("aaaaaaaaaa")]
    [InlineData("abababababab")]
    [InlineData("passwordpassword")]
    [InlineData("iloveyou!!")]
    [InlineData("Dragon-2026")]
    [InlineData("woaini1314520")]
    [InlineData("aiwendy2026")]
    [InlineData("111222333444")]
    [InlineData("correcthorsebatterystaple")]
    public void What_others_guess_first_is_refused(string password) =>
        PasswordRules.Check(password, Email)!.En.Should().StartWith("This password is among the first");

    [Theory]
    [InlineData("ada.lovelace@example.org")]
    [InlineData("ada.lovelace")]
    [InlineData("ADA.Lovelace1815")]
    [InlineData("x-ada.lovelace@EXAMPLE.org")]
    public void The_address_itself_is_refused(string password) =>
        PasswordRules.Check(password, Email)!.En.Should().StartWith("The password must not be your e-mail");

    [Fact]
    public void Broken_text_is_refused_instead_of_failing() =>
        PasswordRules.Check("violet kettle \ud800", Email)!.En.Should().StartWith("The password holds characters");

    [Fact]
    public void The_same_text_typed_on_another_system_is_the_same_password() =>
        PasswordRules.Normalize("ｖｉｏｌｅｔ cafe\u0301").Should().Be(PasswordRules.Normalize("violet caf\u00e9"));

    [Fact]
    public void The_list_holds_about_a_thousand_words() => CommonPasswords.Count.Should().BeInRange(900, 1500);

    [Fact]
    public void An_unknown_user_costs_the_same_hash_as_a_known_one()
    {
        PasswordHasher<User> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = PasswordRules.HashIterations }));
        byte[] real = Convert.FromBase64String(hasher.HashPassword(UnknownUser.Instance, "violet kettle 9"));
        byte[] stand = Convert.FromBase64String(UnknownUser.PasswordHash);

        stand.Length.Should().Be(real.Length);
        stand[..13].Should().Equal(real[..13], "format, function, rounds and salt length decide the cost");
        hasher.VerifyHashedPassword(UnknownUser.Instance, UnknownUser.PasswordHash, "violet kettle 9")
            .Should().Be(PasswordVerificationResult.Failed);
    }
}
