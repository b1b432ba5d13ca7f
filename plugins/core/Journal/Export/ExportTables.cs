namespace AIWendy.Plugins.Journal.Export;

/// <summary>
/// What an export holds. Records refer to each other by names, never by ids, so that another person or installation can
/// read them. Samples stay out as soon as there is an account of one's own.
/// </summary>
internal static class ExportTables
{
    /// <summary>The person's accounts with the label under which their records name them.</summary>
    private const string Accounts = """
        with account as (
            select a.*, coalesce(a.external_name, a.name)
                || case when row_number() over same = 1 then '' else ' (' || row_number() over same || ')' end as label
            from journal.accounts a
            where a.user_id = $1 and (not a.is_sample or not exists (select from journal.accounts own where own.user_id = $1 and not own.is_sample))
            window same as (partition by coalesce(a.external_name, a.name) order by a.created_at, a.id))

        """;

    private const string AnnotationValues = """
        n.tags, p.name, n.criteria, g.name, n.planned_entry, n.planned_stop, n.planned_target, n.mistakes, n.emotion_before, n.emotion_during,
            n.emotion_after, n.confidence, n.stress, n.rating, n.note, n.updated_at
        """;

    private const string AnnotationNames = """
        left join journal.playbooks p on p.tenant_id = n.tenant_id and p.id = n.playbook_id and p.user_id = $1 and p.deleted_at is null
        left join journal.projects g on g.tenant_id = n.tenant_id and g.id = n.project_id and g.user_id = $1 and g.deleted_at is null
        """;

    private static readonly ExportColumn[] AnnotationColumns =
    [
        new("tags", ExportType.Words), new("setup"), new("followed", ExportType.Words), new("project"), new("planned_entry", ExportType.Number),
        new("planned_stop", ExportType.Number), new("planned_target", ExportType.Number), new("mistakes", ExportType.Words), new("emotion_before"),
        new("emotion_during"), new("emotion_after"), new("confidence", ExportType.Number), new("stress", ExportType.Number), new("rating", ExportType.Number),
        new("note"), new("edited_at", ExportType.Moment),
    ];

    /// <summary>The tables of an export.</summary>
    /// <param name="tradeConditions">Which closed trades, as conditions on <c>t</c>; <see langword="null"/> for everything there is.</param>
    /// <param name="withPictures">Whether the pictures of the trades belong to it.</param>
    public static IReadOnlyList<ExportTable> Of(string? tradeConditions, bool withPictures)
    {
        List<ExportTable> tables = [Trades(tradeConditions ?? "t.user_id = $1"), Executions(tradeConditions), AccountTable(), Playbooks(), Projects(), Instruments()];
        if (tradeConditions is null)
        {
            tables.AddRange([LoneAnnotations(), Cash(), Days(), Views()]);
        }

        if (withPictures)
        {
            tables.Add(Screenshots(tradeConditions));
        }

        return tables;
    }

    private static ExportTable Trades(string conditions) => new(
        ExportKinds.Trade,
        [
            new("number"), new("account"), new("symbol"), new("side"), new("quantity", ExportType.Number), new("entry_price", ExportType.Number),
            new("exit_price", ExportType.Number), new("multiplier", ExportType.Number), new("gross", ExportType.Number), new("fees", ExportType.Number),
            new("net", ExportType.Number), new("currency"), new("opened_at", ExportType.Moment), new("closed_at", ExportType.Moment),
            new("day", ExportType.Day), new("outcome"), .. AnnotationColumns, new("key"),
        ],
        $"""
        {Accounts} select 'T-' || to_char(t.number, 'FM000000000'), account.label, t.symbol, lower(t.side), t.quantity, t.entry_price, t.exit_price, t.multiplier,
            t.gross, t.fees, t.net, t.currency, t.opened_at, t.closed_at, t.closed_on,
            case when t.net > account.breakeven_band then 'win' when t.net < -account.breakeven_band then 'loss' else 'breakeven' end,
            {AnnotationValues}, t.opening_key
        from journal.round_trips t
        join account on account.tenant_id = t.tenant_id and account.id = t.account_id
        left join journal.trade_annotations n on n.tenant_id = t.tenant_id and n.account_id = t.account_id and n.opening_key = t.opening_key
        {AnnotationNames}
        where {conditions} order by t.closed_at, t.number
        """);

    // What was written about trades whose fills are not in the journal now: an import that was undone.
    private static ExportTable LoneAnnotations() => new(
        ExportKinds.Annotation,
        [new("account"), .. AnnotationColumns, new("key")],
        $"""
        {Accounts} select account.label, {AnnotationValues}, n.opening_key
        from journal.trade_annotations n
        join account on account.tenant_id = n.tenant_id and account.id = n.account_id
        {AnnotationNames}
        where n.user_id = $1 and not exists (
            select from journal.round_trips t where t.tenant_id = n.tenant_id and t.account_id = n.account_id and t.opening_key = n.opening_key)
        order by account.label, n.opening_key
        """);

    private static ExportTable Executions(string? conditions)
    {
        string which = conditions is null
            ? string.Empty
            : $"""
               and e.id in (select f.execution_id from journal.round_trip_fills f
                    join journal.round_trips t on t.tenant_id = f.tenant_id and t.id = f.round_trip_id where {conditions})
              """;
        return new ExportTable(
            ExportKinds.Execution,
            [
                new("account"), new("symbol"), new("kind"), new("side"), new("quantity", ExportType.Number), new("price", ExportType.Number),
                new("fee", ExportType.Number), new("currency"), new("multiplier", ExportType.Number), new("time", ExportType.Moment),
                new("sequence", ExportType.Number), new("execution_id"), new("pairing"), new("key"),
            ],
            $"""
            {Accounts} select account.label, e.symbol, lower(e.kind), lower(e.side), e.quantity, e.price, e.fee, e.currency, e.multiplier, e.executed_at,
                e.sequence::numeric, e.broker_id, e.pairing, e.dedupe_key
            from journal.executions e join account on account.tenant_id = e.tenant_id and account.id = e.account_id
            where e.user_id = $1 {which} order by account.label, e.executed_at, e.sequence, e."row", e.id
            """);
    }

    private static ExportTable Screenshots(string? conditions)
    {
        string which = conditions is null
            ? string.Empty
            : $"""
               and exists (select from journal.round_trips t
                    where t.tenant_id = s.tenant_id and t.account_id = s.account_id and t.opening_key = s.opening_key and {conditions})
              """;
        return new ExportTable(
            ExportKinds.Screenshot,
            [new("account"), new("key"), new("caption"), new("shapes", ExportType.Json), new("created_at", ExportType.Moment), new("content", ExportType.Bytes)],
            $"""
            {Accounts} select account.label, s.opening_key, s.caption, s.shapes::text, s.created_at, s.content
            from journal.screenshots s join account on account.tenant_id = s.tenant_id and account.id = s.account_id
            where s.user_id = $1 {which} order by account.label, s.opening_key, s.created_at, s.id
            """);
    }

    private static ExportTable AccountTable() => new(
        ExportKinds.Account,
        [
            new("account"), new("name"), new("external_name"), new("broker"), new("currency"), new("time_zone"), new("start_balance", ExportType.Number),
            new("day_cut_off"), new("lot_method"), new("breakeven_band", ExportType.Number), new("reset_on", ExportType.Day),
        ],
        $"""
        {Accounts} select label, name, external_name, broker, currency, time_zone, start_balance, to_char(day_cut_off, 'HH24:MI'), lower(lot_method), breakeven_band, reset_on
        from account order by label
        """);

    private static ExportTable Cash() => new(
        ExportKinds.Cash,
        [new("account"), new("day", ExportType.Day), new("kind"), new("amount", ExportType.Number), new("currency"), new("note")],
        $"""
        {Accounts} select account.label, c.day, lower(c.kind), abs(c.amount), c.currency, c.note
        from journal.cash_movements c join account on account.tenant_id = c.tenant_id and account.id = c.account_id
        where c.user_id = $1 order by account.label, c.day, c.kind, c.amount, c.note, c.id
        """);

    private static ExportTable Days() => new(
        ExportKinds.Day,
        [new("day", ExportType.Day), new("plan"), new("review"), new("note"), new("mood", ExportType.Number), new("edited_at", ExportType.Moment)],
        "select day, plan, review, note, mood, updated_at from journal.days where user_id = $1 order by day");

    private static ExportTable Playbooks() => new(
        ExportKinds.Playbook,
        [new("name"), new("description"), new("criteria", ExportType.Json)],
        "select name, description, criteria::text from journal.playbooks where user_id = $1 and deleted_at is null order by lower(name), name");

    private static ExportTable Projects() => new(
        ExportKinds.Project,
        [new("name"), new("description")],
        "select name, description from journal.projects where user_id = $1 and deleted_at is null order by lower(name), name");

    private static ExportTable Instruments() => new(
        ExportKinds.Instrument,
        [new("symbol"), new("kind"), new("multiplier", ExportType.Number), new("tick", ExportType.Number)],
        "select symbol, lower(kind), multiplier, tick from journal.instruments where user_id = $1 order by symbol");

    private static ExportTable Views() => new(
        ExportKinds.View,
        [new("name"), new("query")],
        "select name, query from journal.saved_views where user_id = $1 order by name");
}
