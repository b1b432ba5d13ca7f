using System.Collections.Frozen;

namespace AIWendy.Plugins.Journal.Import.Inference;

/// <summary>How headings in several languages name what a column holds.</summary>
internal static class FieldNames
{
    private const int Exact = 10;
    private const int Starts = 6;
    private const int Contains = 4;
    private const int ShortestPart = 4;

    private static readonly FrozenDictionary<string, string[]> Names = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["symbol"] = Split("symbol ticker instrument contract security scrip tradingsymbol pair market product asset underlying stock stockcode isin code item epic coin stocksymbol instrumentname contractname securityname 证券代码 股票代码 代码 合约代码 合约 品种 交易对 标的 标的代码 股票代號 股票代号 商品 商品代码 wertpapier wkn kürzel titel basiswert bezeichnung titre valeur libellé libelle sousjacent valor símbolo simbolo activo instrumento ativo papel código titolo strumento 銘柄コード 銘柄 コード 通貨ペア 종목코드 종목 종목명 fonds effect инструмент тикер бумага symbole papier"),
        ["side"] = Split("side buysell bs action direction transaction transactiontype trantype operation tradetype buyorsell type ordertype ordside trade 买卖标志 买卖方向 方向 操作 业务名称 交易类型 买卖 委托方向 成交方向 买卖类别 買賣 買賣別 kaufverkauf richtung art typ transaktion umsatzart vorgang geschäftsart auftragsart sens opération operation achatvente operación operacion tipo compraventa sentido lado operação operazione segno cv 売買 売買区分 取引区分 取引 매매구분 구분 매매 направление операция вид soort koopverkoop"),
        ["quantity"] = Split("quantity qty shares size volume units contracts lots filledqty filledquantity execqty executedqty executed filled fillqty noofshares nominal lastqty tradedqty 成交数量 数量 成交量 股数 手数 成交股数 成交手数 menge stück stücke anzahl stk nominale stückzahl quantité quantite qté qte nombre cantidad títulos titulos unidades volumen quantidade qtd qtde quantità quantita qta 約定数量 株数 取引数量 수량 체결수량 aantal количество колво объем ilość"),
        ["price"] = Split("price fillprice filledprice execprice executionprice executedprice averageprice avgprice avgfillprice averagefillprice rate unitprice tradeprice lastprice pricepershare dealprice avgtradingprice 成交价格 价格 成交均价 成交价 均价 单价 成交單價 kurs preis ausführungskurs ausführungspreis stückpreis cours prix prixunitaire coursexécution precio preciomedio preço preco prezzo prezzomedio 単価 約定単価 約定価格 価格 約定値段 단가 체결가 체결단가 가격 koers prijs цена cena"),
        ["date"] = Split("date datetime dateandtime timestamp tradedate executedat executiontime filledat filledtime filltime exectime tradetime transactiondate transactiontime createdat closedat time executiondate dateutc timeutc utctime activitydate rundate orderexecutiontime tradedatetime 成交日期 日期 成交时间 时间 发生日期 交易时间 交易日期 成交日 datum handelstag ausführungsdatum buchungstag buchungsdatum zeitpunkt schlusstag handelsdatum ausführungszeit dateexécution dateopération dateheure fecha fechaoperación fechahora data datahora dataoperazione 約定日 日付 日時 約定日時 取引日 約定年月日 일자 거래일 체결시간 거래일자 дата датавремя datum tijdstip"),
        ["time"] = Split("time tradetime exectime executiontime clock timeofday 成交时间 时间 uhrzeit zeit heure hora ora 時刻 約定時刻 時間 tijd время godzina 시간"),
        ["fee"] = Split("fee fees commission comm commissions charges costs brokerage levy stampduty tradingfee feepaid clearingfee exchangefee regulatoryfee secfee taf transactionfee totalfees stt gst 手续费 佣金 印花税 过户费 费用 交易费 其他费 規費 手續費 gebühr gebühren provision kosten spesen entgelt ordergebühr frais courtage comisión comision comisiones gastos corretaje corretagem taxa taxas commissioni spese 手数料 手数料等 수수료 제세금 комиссия prowizja transactiekosten"),
        ["currency"] = Split("currency ccy cur pricecurrency tradecurrency settlementcurrency 币种 货币 währung waehrung devise monnaie divisa moneda moeda valuta 通貨 통화 валюта waluta"),
        ["account"] = Split("account accountname accountid accountnumber acct portfolio 账户 资金账号 账号 konto depot depotnummer compte cuenta conta conto 口座 계좌 счет rekening"),
        ["id"] = Split("tradeid execid executionid fillid transactionid dealid tradenumber tradeno exectradeid orderid ordernumber orderno reference id txid 成交编号 成交号 合同号 委托编号 auftragsnummer ordernummer référence referencia 約定番号 注文番号 체결번호 номерсделки"),
        ["amount"] = Split("amount total value proceeds netamount grossamount totalamount notional tradevalue consideration netproceeds turnover funds cost 成交金额 金额 成交额 发生金额 成交價金 betrag kurswert gesamt volumen montant montantnet importe efectivo valortotal controvalore 約定代金 受渡金額 金額 取引金額 약정금액 거래금액 сумма bedrag wartość"),
        ["status"] = Split("status state orderstatus 状态 委托状态 订单状态 成交状态 statut estado stato 状態 注文状況 상태 статус"),
        ["multiplier"] = Split("multiplier contractsize pointvalue contractmultiplier lotsize 合约乘数 乘数 multiplikator"),
        ["kind"] = Split("assetclass assetcategory instrumenttype securitytype assettype producttype 资产类别 anlageklasse"),
        ["entryDate"] = Split("entrytime entrydate opentime opendate openedat enteredat boughttimestamp opendatetime entrydatetime timeopen dateopen opened openingtime openingdate timeentered 开仓时间 开仓日期 建仓时间 买入时间 eröffnungszeit eröffnet einstiegszeit heureentrée dateouverture fechaapertura fechaentrada dataabertura 新規約定日時 エントリー日時"),
        ["exitDate"] = Split("exittime exitdate closetime closedate closedat exitedat soldtimestamp closedatetime exitdatetime timeclose dateclose closed closingtime closingdate timeexited 平仓时间 平仓日期 卖出时间 schlusszeit geschlossen ausstiegszeit heuresortie datecloture fechacierre fechasalida datafechamento 決済約定日時 決済日時"),
        ["entryPrice"] = Split("entryprice openprice openingprice priceopen entry avgentryprice averageentryprice pricein openrate 开仓价 开仓价格 开仓均价 建仓价 einstiegskurs eröffnungskurs einstieg prixentrée prixouverture precioentrada precioapertura preçoentrada 新規約定価格 建値"),
        ["exitPrice"] = Split("exitprice closeprice closingprice priceclose exit avgexitprice averageexitprice priceout closerate 平仓价 平仓价格 平仓均价 ausstiegskurs schlusskurs ausstieg prixsortie prixcloture preciosalida preciocierre preçosaída 決済約定価格 決済価格"),
        ["gross"] = Split("profit pnl pl grosspnl grosspl realizedpnl realisedpnl realizedpl profitloss grossprofit result tradepl closedpnl 盈亏 平仓盈亏 实现盈亏 gewinn gewinnverlust ergebnis guv résultat plusvalue resultado beneficio ganancia lucro profitto 損益 決済損益 실현손익 손익 прибыль"),
        ["net"] = Split("netpnl netpl netprofit netresult nettopl 净盈亏 净利润 nettogewinn résultatnet beneficioneto lucrolíquido 純損益"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>How well a heading names a field: 0 not at all, 10 exactly.</summary>
    public static int Score(string field, string heading)
    {
        string name = Headings.Normalise(heading);
        if (name.Length == 0)
        {
            return 0;
        }

        int best = 0;
        foreach (string known in Names[field])
        {
            bool telling = known.Length >= ShortestPart || known[0] > 0x2E80;
            int score = name == known ? Exact
                : telling && name.StartsWith(known, StringComparison.Ordinal) ? Starts
                : telling && name.Contains(known, StringComparison.Ordinal) ? Contains
                : 0;
            best = Math.Max(best, score);
        }

        return best;
    }

    /// <summary>Whether a heading names a field exactly.</summary>
    public static bool IsExact(string field, string heading) => Score(field, heading) == Exact;

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
