using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AIWendy.Host.Configuration;
using AIWendy.Host.Tests;
using AIWendy.Integration.Tests.Data;
using AIWendy.Integration.Tests.Plugins.Installation;

namespace AIWendy.Integration.Tests.Security;

[Collection(PostgresCollection.Name)]
public sealed class SettingRegistryTests(PostgresFixture postgres)
{
    [Fact]
    public async Task The_environment_wins_over_the_administrator_and_he_over_the_default_on_every_replica()
    {
        HostSettings database = await postgres.CreateDatabaseAsync();
        using SamplePlugins plugins = new();
        await using WholeHost first = await WholeHost.StartAsync(database, plugins.Setting, ("RATE_LIMIT_PRO_CHAT_HOURLY", "77"));
        await using WholeHost second = await WholeHost.StartAsync(database, plugins.Setting, ("RATE_LIMIT_PRO_CHAT_HOURLY", "77"));
        (await SettingAsync(first, "RATE_LIMIT_ENABLED")).Should().Be((null, "default", true));
        (await SettingAsync(first, "RATE_LIMIT_PRO_CHAT_HOURLY")).Should().Be(("77", "environment", false));
        (await SettingAsync(first, "AIWENDY_PORT")).Editable.Should().BeFalse();

        await ChangeAsync(first, HttpStatusCode.OK, ("RATE_LIMIT_ENABLED", "1"), ("AIWENDY_AUDIT_DAYS", "30"));
        (await SettingAsync(first, "RATE_LIMIT_ENABLED")).Should().Be(("1", "database", true));
        await Eventually.Async(async () => await SettingAsync(second, "AIWENDY_AUDIT_DAYS") == ("30", "database", true));
        await Eventually.Async(() => second.Service<LiveSettings>().RateLimits.Enabled, seconds: 5);
        second.Service<LiveSettings>().AuditDays.Should().Be(30);
        using (HttpResponseMessage limited = await second.Client.GetAsync("/api/sample/limited"))
        {
            limited.Headers.Contains("RateLimit-Limit").Should().BeTrue("the limit counts without a restart");
        }

        await ChangeAsync(second, HttpStatusCode.OK, ("RATE_LIMIT_ENABLED", null));
        (await SettingAsync(second, "RATE_LIMIT_ENABLED")).Should().Be((null, "default", true));
        JsonElement history = (await first.GetAsync("/api/admin/settings/history?key=RATE_LIMIT_ENABLED")).GetProperty("items");
        history.EnumerateArray().Select(change => (change.GetProperty("before").GetString(), change.GetProperty("after").GetString()))
            .Should().Equal(("1", null), (null, "1"));
    }

    [Fact]
    public async Task What_can_not_be_is_refused_by_name_and_nothing_is_changed()
    {
        await using WholeHost host = await WholeHost.StartAsync(await postgres.CreateDatabaseAsync(), ("RATE_LIMIT_FREE_CHAT_HOURLY", "5"));
        JsonElement problem = await ChangeAsync(host, HttpStatusCode.BadRequest,
            ("RATE_LIMIT_PRO_CHAT_HOURLY", "many"), ("RATE_LIMIT_FREE_CHAT_HOURLY", "6"), ("AIWENDY_PORT", "80"), ("NO_SUCH", "1"), ("AIWENDY_AUDIT_DAYS", "10"));

        problem.GetProperty("code").GetString().Should().Be("settings_invalid");
        problem.GetProperty("errors").EnumerateObject().Select(error => error.Name)
            .Should().BeEquivalentTo("RATE_LIMIT_PRO_CHAT_HOURLY", "RATE_LIMIT_FREE_CHAT_HOURLY", "AIWENDY_PORT", "NO_SUCH");
        (await SettingAsync(host, "AIWENDY_AUDIT_DAYS")).Should().Be(("730", "default", true));

        host.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");
        JsonElement chinese = await ChangeAsync(host, HttpStatusCode.BadRequest, ("AIWENDY_AUDIT_DAYS", "many"));
        chinese.GetProperty("errors").GetProperty("AIWENDY_AUDIT_DAYS")[0].GetString().Should().Be("请输入 0 到 36500 之间的整数。");
    }

    [Fact]
    public async Task A_setting_of_a_plugin_speaks_the_language_of_the_caller_and_says_that_it_waits_for_a_restart()
    {
        HostSettings database = await postgres.CreateDatabaseAsync();
        string plugins = Directory.CreateTempSubdirectory("aiwendy-settings-").FullName;
        Directory.CreateDirectory(Path.Combine(plugins, "test.shop"));
        await File.WriteAllTextAsync(Path.Combine(plugins, "test.shop", "plugin.json"), """
            { "id": "test.shop", "name": "Shop", "nameZh": "商店",
              "environment": [{ "key": "SHOP_KEY", "description": "Key of the shop.", "descriptionZh": "商店的密钥。", "secret": true }] }
            """);
        await using (WholeHost host = await WholeHost.StartAsync(database, ("AIWENDY_PLUGINS_DIR", plugins)))
        {
            await ChangeAsync(host, HttpStatusCode.OK, ("SHOP_KEY", "canary of the shop"));
            host.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");
            JsonElement shop = await FindAsync(host, "SHOP_KEY");
            (shop.GetProperty("group").GetString(), shop.GetProperty("description").GetString()).Should().Be(("商店", "商店的密钥。"));
            (shop.GetProperty("pending").GetBoolean(), shop.GetProperty("isSet").GetBoolean(), shop.GetProperty("value").GetString()).Should().Be((true, true, null));
            JsonElement days = await FindAsync(host, "AIWENDY_AUDIT_DAYS");
            (days.GetProperty("group").GetString(), days.GetProperty("description").GetString()).Should().Be(("访问与密钥", HostSettingTexts.Description(HostSettingCatalogue.AuditDays).Zh));
            (await host.GetAsync("/api/admin/settings/history?key=SHOP_KEY")).GetRawText().Should().NotContain("canary").And.Contain("***");
        }

        await using WholeHost again = await WholeHost.StartAsync(database, ("AIWENDY_PLUGINS_DIR", plugins));
        (await FindAsync(again, "SHOP_KEY")).GetProperty("pending").GetBoolean().Should().BeFalse("it counts since the restart");
        Directory.Delete(plugins, recursive: true);
    }

    [Fact]
    public async Task Secrets_are_never_shown()
    {
        HostSettings database = await postgres.CreateDatabaseAsync();
        await using WholeHost host = await WholeHost.StartAsync(database);
        string all = (await host.GetAsync("/api/admin/settings")).GetRawText();
        all.Should().Contain("AIWENDY_SECRET_KEY").And.NotContain(database.SecretKey).And.NotContain(new Npgsql.NpgsqlConnectionStringBuilder(database.DatabaseUrl).Password);
    }

    private static async Task<(string? Value, string? Source, bool Editable)> SettingAsync(WholeHost host, string key)
    {
        JsonElement setting = await FindAsync(host, key);
        return (setting.GetProperty("value").GetString(), setting.GetProperty("source").GetString(), setting.GetProperty("editable").GetBoolean());
    }

    private static async Task<JsonElement> FindAsync(WholeHost host, string key) =>
        (await host.GetAsync("/api/admin/settings")).GetProperty("items").EnumerateArray().Single(item => item.GetProperty("key").GetString() == key);

    private static async Task<JsonElement> ChangeAsync(WholeHost host, HttpStatusCode expected, params (string Key, string? Value)[] values)
    {
        using HttpResponseMessage response = await host.Client.PatchAsJsonAsync("/api/admin/settings", new { values = values.ToDictionary(pair => pair.Key, pair => pair.Value) });
        string text = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(expected, text);
        return JsonDocument.Parse(text).RootElement;
    }
}
