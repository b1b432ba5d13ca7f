using System.Diagnostics;
using System.Net;

namespace AIWendy.Accounts.Tests.Serving;

/// <summary>What somebody gains who tries passwords.</summary>
[Collection(AccountsCollection.Name)]
public sealed class GuessingTests(SharedAccountsHost shared)
{
    [Fact]
    public async Task A_thousand_wrong_passwords_at_once_are_held_up_and_nobody_else_is()
    {
        await using AccountsHost host = await AccountsHost.StartAsync(shared.Postgres, ("AIWENDY_AUTH_REQUIRED", "1"));
        using Browser ada = host.OpenBrowser();
        await ada.RegisterAsync("ada@example.org");
        using Browser bob = host.OpenBrowser();
        await bob.RegisterAsync("bob@example.org");

        using Browser guesser = new(host.Address, IPAddress.Parse("127.0.0.9"));
        Task<Answer[]> flood = Task.WhenAll(Enumerable.Range(0, 1000).Select(number => guesser.SignInAsync("ada@example.org", "wrong " + number)));
        long asked = Stopwatch.GetTimestamp();
        (await bob.GetAsync("/api/accounts/sessions")).Status.Should().Be(HttpStatusCode.OK);
        Stopwatch.GetElapsedTime(asked).Should().BeLessThan(TimeSpan.FromSeconds(5), "the flood takes no connection away from others");
        Answer[] answers = await flood;

        answers.Count(answer => answer.Code == "invalid_credentials").Should().Be(10);
        answers.Where(answer => answer.Status == HttpStatusCode.TooManyRequests).Should().HaveCount(990)
            .And.OnlyContain(answer => answer.RetryAfter > TimeSpan.Zero);
        (await guesser.SignInAsync("bob@example.org")).Status.Should().Be(HttpStatusCode.OK, "another account from there");
        using Browser elsewhere = new(host.Address, IPAddress.Parse("127.0.0.10"));
        (await elsewhere.SignInAsync("ada@example.org")).Status.Should().Be(HttpStatusCode.OK, "the owner from elsewhere");
        (await ada.GetAsync("/api/accounts/me")).Status.Should().Be(HttpStatusCode.OK, "who is signed in stays so");
    }

    /// <summary>
    /// The statistical test: 21 sign-ins each with a wrong password, of a known and of an unknown account in turn, each
    /// from an address of its own. The medians differ by at most a tenth. Noise of a busy machine may spoil a round, a
    /// real difference spoils every one, so that three rounds are allowed.
    /// </summary>
    [Fact]
    public async Task The_time_of_an_answer_does_not_tell_whether_an_account_exists()
    {
        using Browser ada = shared.Host.OpenBrowser();
        string email = $"ada-{Guid.NewGuid():N}@example.org";
        await ada.RegisterAsync(email);
        List<double> ratios = [];
        for (int round = 0; round < 3 && !ratios.Exists(ratio => Math.Abs(ratio - 1) <= 0.1); round++)
        {
            List<double> known = [];
            List<double> unknown = [];
            for (int number = 0; number < 21; number++)
            {
                using Browser browser = new(shared.Host.Address, new IPAddress([127, 1, (byte)round, (byte)(number + 1)]));
                await browser.GetAsync("/api/accounts/registration");
                known.Add(await MeasureAsync(browser, email));
                unknown.Add(await MeasureAsync(browser, $"nobody-{Guid.NewGuid():N}@example.org"));
            }

            ratios.Add(Median(known) / Median(unknown));
        }

        ratios[^1].Should().BeApproximately(1, 0.1, "the rounds gave {0}", string.Join(", ", ratios));
    }

    private static async Task<double> MeasureAsync(Browser browser, string email)
    {
        long start = Stopwatch.GetTimestamp();
        (await browser.SignInAsync(email, "violet kettle 8")).Code.Should().Be("invalid_credentials");
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
