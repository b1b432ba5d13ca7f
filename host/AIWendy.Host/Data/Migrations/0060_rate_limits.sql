-- How often somebody called what is limited. Belongs to no tenant: rows are found by a hash of who and what, and hold
-- numbers alone. Unlogged, because a check must not wait for the disk; after a crash of the server counting starts anew.
create unlogged table aiwendy.rate_limits (
    key uuid not null constraint pk_rate_limits primary key,
    slots bigint[] not null,
    counts integer[] not null,
    expires_at timestamptz not null
) with (fillfactor = 50);
grant select, insert, update, delete on aiwendy.rate_limits to aiwendy_app;

-- Takes a permit, or only looks. The window slides in hundredths of its length: a call counts from the moment it was made
-- until the hundredth that it fell into lies wholly before the window, so that no window of that length ever holds more
-- than the limit. The row's lock orders the callers of every replica; the server's clock is the only one.
create function aiwendy.take_permit(
    who uuid, permits integer, window_ms bigint, take boolean, out allowed boolean, out used integer, out free_ms bigint)
language plpgsql as $$
declare
    width constant bigint := greatest(1, window_ms / 100);
    now_ms bigint;
    slot bigint;
    gone integer;
    s bigint[];
    c integer[];
    total integer := 0;
begin
    if take then
        select r.slots, r.counts into s, c from aiwendy.rate_limits r where r.key = who for update;
        if not found then
            insert into aiwendy.rate_limits (key, slots, counts, expires_at) values (who, '{}', '{}', now()) on conflict do nothing;
            select r.slots, r.counts into s, c from aiwendy.rate_limits r where r.key = who for update;
        end if;
    else
        select r.slots, r.counts into s, c from aiwendy.rate_limits r where r.key = who;
    end if;

    -- After the lock: callers that waited must not count as of before.
    now_ms := (extract(epoch from clock_timestamp()) * 1000)::bigint;
    slot := now_ms / width;
    s := coalesce(s, '{}');
    c := coalesce(c, '{}');
    gone := width_bucket((now_ms - window_ms) / width - 1, s);
    s := s[gone + 1:];
    c := c[gone + 1:];
    select coalesce(sum(n), 0) into total from unnest(c) n;
    used := total;
    allowed := total < permits;
    if take and allowed then
        if cardinality(s) > 0 and s[cardinality(s)] >= slot then
            c[cardinality(c)] := c[cardinality(c)] + 1;
        else
            s := s || slot;
            c := c || 1;
        end if;

        update aiwendy.rate_limits r
        set slots = s, counts = c, expires_at = clock_timestamp() + (window_ms + width) * interval '1 millisecond'
        where r.key = who;
        used := used + 1;
    end if;

    -- When the next permit comes back: once so many of the oldest calls have left that one more fits.
    free_ms := 0;
    for i in 1 .. cardinality(s) loop
        free_ms := (s[i] + 1) * width + window_ms - now_ms;
        total := total - c[i];
        exit when total < permits;
    end loop;
end $$;
