using System.Diagnostics;
using System.Net;

namespace AIWendy.Accounts.Tests.Serving;

/// <summary>Two hosts on one database.</summary>
[Collection(AccountsCollection.Name)]
public sealed class ReplicaTests(SharedAccountsHost shared)
{
    [Fact]
    public async Task A_session_that_was_ended_on_one_falls_out_of_the_other_within_a_second()
    {
        await using AccountsHost one = await AccountsHost.StartAsync(shared.Postgres, ("AIWENDY_AUTH_REQUIRED", "1"));
        await using AccountsHost other = await AccountsHost.StartAsync(
            shared.Postgres,
            ("AIWENDY_AUTH_REQUIRED", "1"),
            ("DATABASE_URL", one.Settings.DatabaseUrl!),
            ("AIWENDY_SECRET_KEY", one.Settings.SecretKey!));
        using Browser ada = one.OpenBrowser();
        await ada.RegisterAsync("ada@example.org");
        using Browser away = other.OpenBrowser();
        await away.SignInAsync("ada@example.org");
        (await away.GetAsync("/api/accounts/me")).Status.Should().Be(HttpStatusCode.OK);

        (await ada.DeleteAsync("/api/accounts/sessions")).Status.Should().Be(HttpStatusCode.NoContent);
        long ended = Stopwatch.GetTimestamp();
        while ((await away.GetAsync("/api/accounts/me")).Status == HttpStatusCode.OK)
        {
            Stopwatch.GetElapsedTime(ended).Should().BeLessThan(TimeSpan.FromSeconds(2));
            await Task.Delay(20);
        }

        (await ada.GetAsync("/api/accounts/me")).Status.Should().Be(HttpStatusCode.OK);
    }
}
