using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AIWendy.Host.Configuration;
using AIWendy.Host.Data;
using AIWendy.Integration.Tests.Data;
using AIWendy.Integration.Tests.Plugins.Installation;
using Npgsql;

namespace AIWendy.Integration.Tests.Security;

[Collection(PostgresCollection.Name)]
public sealed class AuditServingTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Administrators_narrow_the_log_down_check_its_chain_and_take_it_along()
    {
        HostSettings database = await postgres.CreateDatabaseAsync();
        await using WholeHost host = await WholeHost.StartAsync(database);
        for (int days = 1; days <= 60; days++)
        {
            Dictionary<string, string> values = new() { ["AIWENDY_AUDIT_DAYS"] = $"{days}" };
            using HttpResponseMessage changed = await host.Client.PatchAsJsonAsync("/api/admin/settings", new { values });
            changed.StatusCode.Should().Be(HttpStatusCode.OK);
        }

        JsonElement first = await host.GetAsync("/api/admin/audit?action=settings.*");
        first.GetProperty("items").GetArrayLength().Should().Be(50);
        JsonElement second = await host.GetAsync("/api/admin/audit?action=settings.*&cursor=" + first.GetProperty("nextCursor").GetString());
        second.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("after").GetProperty("value").GetString())
            .Should().Equal(Enumerable.Range(1, 10).Reverse().Select(days => $"{days}"));
        second.GetProperty("nextCursor").ValueKind.Should().Be(JsonValueKind.Null);

        JsonElement choices = await host.GetAsync("/api/admin/audit/choices");
        choices.GetProperty("actions").EnumerateArray().Select(action => action.GetString()).Should().Contain("settings.change").And.BeInAscendingOrder(StringComparer.Ordinal);
        string person = second.GetProperty("items")[0].GetProperty("userId").GetString()!;
        choices.GetProperty("people").EnumerateArray().Select(one => one.GetProperty("userId").GetString()).Should().Contain(person).And.OnlyHaveUniqueItems();

        string file = await host.Client.GetStringAsync("/api/admin/audit/export?action=settings.change");
        file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(61, "a heading and every entry");

        JsonElement check = await VerifyAsync(host, "en");
        (check.GetProperty("whole").GetBoolean(), check.GetProperty("fault").GetString()).Should().Be((true, null));
        check.GetProperty("entries").GetInt32().Should().Be(61, "the export was noted too");
        check.GetProperty("hash").GetString().Should().HaveLength(64);

        await using (NpgsqlConnection administrator = await postgres.ConnectAsAdministratorAsync(new NpgsqlConnectionStringBuilder(database.DatabaseUrl).Database!))
        {
            await administrator.ExecuteAsync(
                "set session_replication_role = replica; update aiwendy.audit_entries set user_name = 'Eve' where sequence = 3", CancellationToken.None);
        }

        JsonElement broken = await VerifyAsync(host, "zh-CN");
        (broken.GetProperty("whole").GetBoolean(), broken.GetProperty("sequence").GetInt64(), broken.GetProperty("entries").GetInt32()).Should().Be((false, 3L, 2));
        broken.GetProperty("fault").GetString().Should().Be("第 3 条记录被改动");
    }

    private static async Task<JsonElement> VerifyAsync(WholeHost host, string language)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/admin/audit/verify");
        request.Headers.AcceptLanguage.ParseAdd(language);
        using HttpResponseMessage response = await host.Client.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement;
    }
}
