using System.Text.Json.Nodes;
using AIWendy.Host.Audit;
using AIWendy.Host.Calls;
using AIWendy.Host.Commands;
using AIWendy.Host.Configuration;
using AIWendy.Host.Data;
using AIWendy.Integration.Tests.Data;
using AIWendy.Sdk;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace AIWendy.Integration.Tests.Security;

[Collection(PostgresCollection.Name)]
public sealed class AuditTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Guid Mine = WellKnown.DefaultTenantId;

    private HostSettings settings = null!;
    private HostDatabase database = null!;
    private AuditLog log = null!;
    private AuditReader reader = null!;

    public async Task InitializeAsync()
    {
        settings = await postgres.CreateDatabaseAsync();
        database = await postgres.StartDatabaseAsync(settings);
        log = new AuditLog(database, TimeProvider.System);
        reader = new AuditReader(database);
    }

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task An_entry_tells_who_did_what_and_holds_no_secret()
    {
        Guid person = Guid.CreateVersion7();
        using (CallContext.Enter(new CallState { TenantId = Mine, UserId = person, DisplayName = "Ada" }))
        {
            await log.AppendAsync(new AuditEvent("accounts.role.change", "user 7")
            {
                Before = new JsonObject { ["role"] = "member" },
                After = new JsonObject { ["role"] = "admin", ["apiKey"] = "canary-of-a-key", ["nested"] = new JsonObject { ["password"] = "canary-too" } },
                Details = new JsonObject { ["header"] = "Authorization: Bearer abcdef0123456789" },
            });
            await log.AppendAsync(new AuditEvent("accounts.sign_in", "ada@example.com") { Outcome = AuditOutcome.Refused });
        }

        IReadOnlyList<AuditEntry> all = await reader.ReadAsync(Mine, new AuditFilter(), 10, CancellationToken.None);
        all.Select(entry => (entry.Sequence, entry.Action, entry.Outcome)).Should().Equal((2L, "accounts.sign_in", "refused"), (1L, "accounts.role.change", "success"));
        AuditEntry change = all[1];
        (change.UserId, change.UserName, (string?)change.Before!["role"], (string?)change.After!["role"]).Should().Be((person, "Ada", "member", "admin"));
        string stored = change.After.ToJsonString() + change.Details.ToJsonString();
        stored.Should().NotContain("canary").And.NotContain("abcdef0123456789").And.Contain("***");

        (await reader.ReadAsync(Mine, new AuditFilter(Action: "accounts.role.*"), 10, CancellationToken.None)).Should().ContainSingle();
        (await reader.ReadAsync(Mine, new AuditFilter(Outcome: "refused"), 10, CancellationToken.None)).Should().ContainSingle();
        (await reader.ReadAsync(Mine, new AuditFilter(UserId: Guid.NewGuid()), 10, CancellationToken.None)).Should().BeEmpty();
        (await reader.ReadAsync(Guid.CreateVersion7(), new AuditFilter(), 10, CancellationToken.None)).Should().BeEmpty("another tenant sees nothing of it");
    }

    [Fact]
    public async Task Writers_of_two_replicas_make_one_chain_without_gaps()
    {
        await using HostDatabase replica = await postgres.StartDatabaseAsync(settings);
        AuditLog other = new(replica, TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => (number % 2 == 0 ? log : other).WriteAsync("test.write", $"{number}", [], CancellationToken.None)));

        (await reader.ReadAsync(Mine, new AuditFilter(), 100, CancellationToken.None)).Select(entry => entry.Sequence)
            .Should().Equal(Enumerable.Range(1, 60).Reverse().Select(number => (long)number));
        (await VerifyAsync()).Should().Be((0, 60));
    }

    [Theory]
    [InlineData("update aiwendy.audit_entries set action = 'nothing'")]
    [InlineData("delete from aiwendy.audit_entries")]
    [InlineData("truncate aiwendy.audit_entries")]
    [InlineData("select set_config('aiwendy.audit_retention', 'on', false); delete from aiwendy.audit_entries")]
    public async Task The_application_can_neither_change_nor_remove_an_entry(string statement)
    {
        await log.WriteAsync("test.write", "1", [], CancellationToken.None);
        await using NpgsqlConnection application = await InTenantAsync(database.Application);
        (await FluentActions.Awaiting(() => application.ExecuteAsync(statement, CancellationToken.None)).Should().ThrowAsync<PostgresException>())
            .Which.SqlState.Should().Be(PostgresErrorCodes.InsufficientPrivilege);
        (await reader.ReadAsync(Mine, new AuditFilter(), 10, CancellationToken.None)).Should().ContainSingle().Which.Action.Should().Be("test.write");
    }

    [Theory]
    [InlineData("update aiwendy.audit_entries set subject = 'me'")]
    [InlineData("delete from aiwendy.audit_entries")]
    [InlineData("truncate aiwendy.audit_entries")]
    public async Task Not_even_the_owner_of_the_tables_changes_one_by_mistake(string statement)
    {
        await log.WriteAsync("test.write", "1", [], CancellationToken.None);
        await using NpgsqlConnection owner = await InTenantAsync(database.Owner);
        (await FluentActions.Awaiting(() => owner.ExecuteAsync(statement, CancellationToken.None)).Should().ThrowAsync<PostgresException>())
            .Which.MessageText.Should().Contain("append-only");
    }

    [Theory]
    [InlineData("update aiwendy.audit_entries set user_name = 'Eve' where sequence = 3", "entry 3 was changed")]
    [InlineData("update aiwendy.audit_entries set at = at + interval '1 microsecond' where sequence = 5", "entry 5 was changed")]
    [InlineData("update aiwendy.audit_entries set details = '{\"n\": 1}' where sequence = 1", "entry 1 was changed")]
    [InlineData("delete from aiwendy.audit_entries where sequence = 4", "entry 4 is missing")]
    [InlineData("delete from aiwendy.audit_entries where sequence = 1", "entry 1 is missing")]
    [InlineData("delete from aiwendy.audit_entries where sequence = 6", "the newest entries are missing")]
    [InlineData("update aiwendy.audit_entries set sequence = case sequence when 2 then 102 else 103 end where sequence in (2, 3); update aiwendy.audit_entries set sequence = case sequence when 102 then 3 else 2 end where sequence > 100", "entry 2 does not follow")]
    [InlineData("delete from aiwendy.audit_chains", "the head of the chain is missing")]
    public async Task Whoever_gets_past_all_guards_is_found_out(string statement, string expected)
    {
        for (int number = 0; number < 6; number++)
        {
            await log.WriteAsync("test.write", $"{number}", [], CancellationToken.None);
        }

        await using (NpgsqlConnection administrator = await postgres.ConnectAsAdministratorAsync(new NpgsqlConnectionStringBuilder(settings.DatabaseUrl).Database!))
        {
            await administrator.ExecuteAsync("set session_replication_role = replica; " + statement, CancellationToken.None);
        }

        using StringWriter output = new();
        (await AuditCommand.VerifyAsync(settings, null, output, CancellationToken.None)).Should().Be(1);
        output.ToString().Should().Contain("BROKEN").And.Contain(expected);
    }

    [Fact]
    public async Task What_is_left_after_the_oldest_have_gone_still_holds_together()
    {
        for (int number = 0; number < 5; number++)
        {
            await log.WriteAsync("test.write", $"{number}", [], CancellationToken.None);
        }

        using StringWriter before = new();
        await AuditCommand.VerifyAsync(settings, null, before, CancellationToken.None);
        string head = before.ToString().Split(' ')[^1].Trim();
        AuditEntry third = (await reader.ReadAsync(Mine, new AuditFilter(), 10, CancellationToken.None)).Single(entry => entry.Sequence == 3);
        using AuditRetention retention = new(new LiveSettings(settings), database, log, TimeProvider.System, NullLogger<AuditRetention>.Instance);
        (await retention.ClearAsync(third.At, CancellationToken.None)).Should().Be(2);

        IReadOnlyList<AuditEntry> left = await reader.ReadAsync(Mine, new AuditFilter(), 10, CancellationToken.None);
        left.Select(entry => entry.Sequence).Should().Equal(6, 5, 4, 3);
        left[0].Action.Should().Be("audit.retention");
        ((int?)left[0].Details["through"]).Should().Be(2);
        using StringWriter after = new();
        (await AuditCommand.VerifyAsync(settings, head, after, CancellationToken.None)).Should().Be(0, after.ToString());
        after.ToString().Should().Contain($"{head} is still the same");
        (await AuditCommand.VerifyAsync(settings, "5:00", after, CancellationToken.None)).Should().Be(1);
        (await retention.ClearAsync(third.At, CancellationToken.None)).Should().Be(0);
    }

    private async Task<(int Code, int Entries)> VerifyAsync()
    {
        using StringWriter output = new();
        int code = await AuditCommand.VerifyAsync(settings, null, output, CancellationToken.None);
        await using NpgsqlConnection owner = await database.Owner.OpenConnectionAsync();
        return (code, (await AuditChain.VerifyAsync(owner, Mine, CancellationToken.None)).Entries);
    }

    private static async Task<NpgsqlConnection> InTenantAsync(NpgsqlDataSource source)
    {
        NpgsqlConnection connection = await source.OpenConnectionAsync();
        await connection.ExecuteAsync($"select set_config('app.tenant_id', '{Mine}', false)", CancellationToken.None);
        return connection;
    }
}
