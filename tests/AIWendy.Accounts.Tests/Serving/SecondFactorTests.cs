using System.Net;
using System.Text.Json.Nodes;
using AIWendy.Plugins.Accounts.SecondFactor;

namespace AIWendy.Accounts.Tests.Serving;

/// <summary>Signing in with an authenticator app and with recovery codes.</summary>
[Collection(AccountsCollection.Name)]
public sealed class SecondFactorTests(SharedAccountsHost shared)
{
    private const string Password = "violet kettle 9";

    private readonly AccountsHost host = shared.Host;
    private readonly string email = $"ada-{Guid.NewGuid():N}@example.org";

    [Fact]
    public async Task The_password_alone_no_longer_opens_and_a_code_counts_once()
    {
        using Browser ada = host.OpenBrowser();
        await ada.RegisterAsync(email);
        (byte[] key, _) = await SetUpAsync(ada);

        using Browser second = host.OpenBrowser();
        Answer half = await second.SignInAsync(email);
        half.Status.Should().Be(HttpStatusCode.Unauthorized);
        half.Code.Should().Be("second_factor_required");
        second.SessionCookie.Should().BeNull();
        string ticket = (string)half["ticket"]!;

        string code = CodeAt(key, 1);
        (await second.PostAsync("/api/accounts/sign-in/second-factor", new { ticket, code = "000000" })).Code.Should().Be("code_invalid");
        (await second.PostAsync("/api/accounts/sign-in/second-factor", new { ticket = new string('A', 43), code })).Code.Should().Be("sign_in_expired");
        (await second.PostAsync("/api/accounts/sign-in/second-factor", new { ticket, code })).Status.Should().Be(HttpStatusCode.OK);
        (await second.GetAsync("/api/accounts/me")).Status.Should().Be(HttpStatusCode.OK);

        using Browser thief = host.OpenBrowser();
        (await thief.PostAsync("/api/accounts/sign-in/second-factor", new { ticket, code })).Code.Should().Be("sign_in_expired");
        string next = (string)(await thief.SignInAsync(email))["ticket"]!;
        (await thief.PostAsync("/api/accounts/sign-in/second-factor", new { ticket = next, code })).Code.Should().Be("code_invalid", "somebody looked over the shoulder");
    }

    [Fact]
    public async Task A_recovery_code_stands_in_once_and_new_ones_replace_the_old()
    {
        using Browser ada = host.OpenBrowser();
        await ada.RegisterAsync(email);
        (_, string[] codes) = await SetUpAsync(ada);
        codes.Should().HaveCount(10).And.OnlyHaveUniqueItems();

        (await SignInAsync(codes[0])).Status.Should().Be(HttpStatusCode.OK);
        (await SignInAsync(codes[0])).Code.Should().Be("code_invalid");
        ((int)(await ada.GetAsync("/api/accounts/two-factor"))["recoveryCodes"]).Should().Be(9);

        Answer renewed = await ada.PostAsync("/api/accounts/two-factor/recovery-codes", new { password = Password });
        (await SignInAsync(codes[1])).Code.Should().Be("code_invalid");
        (await SignInAsync(((string)renewed["codes"][0]!).ToUpperInvariant())).Status.Should().Be(HttpStatusCode.OK);

        (await ada.PostAsync("/api/accounts/two-factor/disable", new { password = "wrong" })).Code.Should().Be("wrong_password");
        (await ada.PostAsync("/api/accounts/two-factor/disable", new { password = Password })).Status.Should().Be(HttpStatusCode.NoContent);
        using Browser second = host.OpenBrowser();
        (await second.SignInAsync(email)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Guessing_codes_is_held_up_whatever_the_address()
    {
        using Browser ada = host.OpenBrowser();
        await ada.RegisterAsync(email);
        await SetUpAsync(ada);
        using Browser guesser = host.OpenBrowser();
        string ticket = (string)(await guesser.SignInAsync(email))["ticket"]!;
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 15).Select(number =>
            guesser.PostAsync("/api/accounts/sign-in/second-factor", new { ticket, code = number.ToString("D6", System.Globalization.CultureInfo.InvariantCulture) })));

        answers.Count(answer => answer.Code == "code_invalid").Should().Be(10);
        answers.Where(answer => answer.Code == "too_many_attempts").Should().HaveCount(5).And.OnlyContain(answer => answer.RetryAfter > TimeSpan.Zero);
    }

    [Fact]
    public async Task One_code_at_the_same_moment_opens_one_session()
    {
        using Browser ada = host.OpenBrowser();
        await ada.RegisterAsync(email);
        (byte[] key, _) = await SetUpAsync(ada);
        string[] tickets = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using Browser browser = host.OpenBrowser();
            return (string)(await browser.SignInAsync(email))["ticket"]!;
        }));
        string code = CodeAt(key, 1);
        Answer[] answers = await Task.WhenAll(tickets.Select(async ticket =>
        {
            using Browser browser = host.OpenBrowser();
            return await browser.PostAsync("/api/accounts/sign-in/second-factor", new { ticket, code });
        }));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).Should().Be(1);
    }

    /// <summary>Sets the app up with the code of one step ago, so that those of now and of the next are unused.</summary>
    private static async Task<(byte[] Key, string[] Codes)> SetUpAsync(Browser ada)
    {
        Answer setup = await ada.PostAsync("/api/accounts/two-factor/setup", new { password = Password });
        byte[] key = FromBase32((string)setup["secret"]!);
        ((string)setup["uri"]!).Should().StartWith("otpauth://totp/AIWendy:");
        (await ada.PostAsync("/api/accounts/two-factor/confirm", new { code = "000000" })).Status.Should().Be(HttpStatusCode.BadRequest);
        Answer confirmed = await ada.PostAsync("/api/accounts/two-factor/confirm", new { code = CodeAt(key, 0) });
        confirmed.Status.Should().Be(HttpStatusCode.OK, confirmed.Text);
        return (key, [.. confirmed["codes"].AsArray().Select(code => (string)code!)]);
    }

    private static string CodeAt(byte[] key, int ahead) => TimeBasedCode.At(key, TimeBasedCode.StepAt(DateTimeOffset.UtcNow) + ahead);

    internal static byte[] FromBase32(string text)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        string bits = string.Concat(text.Select(letter => Convert.ToString(Alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(number => Convert.ToByte(bits.Substring(number * 8, 8), 2))];
    }

    private async Task<Answer> SignInAsync(string recoveryCode)
    {
        using Browser browser = host.OpenBrowser();
        JsonNode ticket = (await browser.SignInAsync(email))["ticket"];
        return await browser.PostAsync("/api/accounts/sign-in/second-factor", new { ticket = (string)ticket!, recoveryCode });
    }
}
