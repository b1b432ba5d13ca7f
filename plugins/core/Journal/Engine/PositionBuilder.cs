namespace AIWendy.Plugins.Journal.Engine;

/// <summary>
/// Follows one position through its fills. A round trip lasts from flat to flat; a fill that crosses zero is split, its
/// fee shared by quantity.
/// </summary>
internal sealed class PositionBuilder(PositionKey key, LotMethod method)
{
    private readonly List<RoundTrip> _roundTrips = [];
    private readonly List<Realisation> _realisations = [];
    private readonly List<Fill> _fills = [];
    private Lots _lots = new(method);
    private PositionSide _side;
    private decimal _multiplier = 1;
    private decimal _largest;
    private decimal _realisedGross;
    private decimal _realisedFees;

    public IReadOnlyList<RoundTrip> RoundTrips => _roundTrips;

    public IReadOnlyList<Realisation> Realisations => _realisations;

    /// <summary>Applies the next fill; fills must come in the order of <see cref="ExecutionOrder"/>.</summary>
    public void Apply(Execution execution)
    {
        PositionSide direction = execution.Side == FillSide.Buy ? PositionSide.Long : PositionSide.Short;
        if (_lots.Quantity == 0 || direction == _side)
        {
            Open(execution, direction, execution.Quantity, execution.Fee);
            return;
        }

        decimal closing = Math.Min(execution.Quantity, _lots.Quantity);
        decimal fee = Lots.Share(execution.Fee, closing, execution.Quantity);
        Close(execution, closing, fee);
        if (closing < execution.Quantity)
        {
            Open(execution, direction, execution.Quantity - closing, execution.Fee - fee);
        }
    }

    /// <summary>The position as it stands, or <see langword="null"/> when it is flat.</summary>
    public OpenPosition? Current() => _lots.Quantity == 0
        ? null
        : new OpenPosition(key, _side, _lots.Quantity, _lots.Cost / _lots.Quantity, _multiplier, _fills[0].At, _realisedGross, _realisedFees);

    private void Open(Execution execution, PositionSide direction, decimal quantity, decimal fee)
    {
        if (_lots.Quantity == 0)
        {
            _side = direction;
            _multiplier = execution.Multiplier;
        }

        _lots.Add(quantity, execution.Price, fee);
        _fills.Add(new Fill(execution.Id, execution.Side, quantity, execution.Price, fee, execution.ExecutedAt, Opens: true));
        _largest = Math.Max(_largest, _lots.Quantity);
    }

    private void Close(Execution execution, decimal quantity, decimal fee)
    {
        (decimal cost, decimal openingFee) = _lots.Take(quantity);
        decimal proceeds = quantity * execution.Price;
        decimal gross = (_side == PositionSide.Long ? proceeds - cost : cost - proceeds) * _multiplier;
        _fills.Add(new Fill(execution.Id, execution.Side, quantity, execution.Price, fee, execution.ExecutedAt, Opens: false));
        _realisations.Add(new Realisation(execution.Id, execution.ExecutedAt, quantity, gross, fee + openingFee) { Position = key });
        _realisedGross += gross;
        _realisedFees += fee + openingFee;
        if (_lots.Quantity == 0)
        {
            Finish();
        }
    }

    private void Finish()
    {
        _roundTrips.Add(new RoundTrip(
            key,
            _side,
            _largest,
            AveragePrice(opens: true),
            AveragePrice(opens: false),
            _multiplier,
            Lots.Trim(_realisedGross),
            Lots.Trim(_realisedFees),
            _fills[0].At,
            _fills[^1].At,
            [.. _fills]));
        _fills.Clear();
        _lots = new Lots(method);
        _largest = 0;
        _realisedGross = 0;
        _realisedFees = 0;
    }

    private decimal AveragePrice(bool opens)
    {
        decimal quantity = 0;
        decimal cost = 0;
        foreach (Fill fill in _fills)
        {
            if (fill.Opens == opens)
            {
                quantity += fill.Quantity;
                cost += fill.Quantity * fill.Price;
            }
        }

        return cost / quantity;
    }
}
