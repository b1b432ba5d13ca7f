using Microsoft.AspNetCore.Http.HttpResults;

namespace PositionSize;

internal static class PositionSizeEndpoints
{
    public static Ok<Sizing> Get(decimal account, decimal riskPercent, decimal entry, decimal stop, decimal? multiplier) =>
        TypedResults.Ok(Sizing.Of(account, riskPercent, entry, stop, multiplier ?? 1));
}
