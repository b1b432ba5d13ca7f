using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AIWendy.Sdk.Data;

/// <summary>Gives tables, columns, keys and indexes the names that PostgreSQL users expect.</summary>
public static class SnakeCase
{
    /// <summary>Renames everything of one entity; entities keep the name of their set, e.g. <c>RoundTrips</c> becomes <c>round_trips</c>.</summary>
    public static void Apply(IMutableEntityType entity)
    {
        if (entity.GetTableName() is { } table)
        {
            entity.SetTableName(Of(table));
        }

        foreach (IMutableProperty property in entity.GetProperties())
        {
            property.SetColumnName(Of(property.Name));
        }

        foreach (IMutableKey key in entity.GetKeys())
        {
            key.SetName(Of(key.GetName() ?? string.Empty));
        }

        foreach (IMutableForeignKey foreignKey in entity.GetForeignKeys())
        {
            foreignKey.SetConstraintName(Of(foreignKey.GetConstraintName() ?? string.Empty));
        }

        foreach (IMutableIndex index in entity.GetIndexes())
        {
            index.SetDatabaseName(Of(index.GetDatabaseName() ?? string.Empty));
        }
    }

    /// <summary>Turns <c>ClosedTradeId</c> into <c>closed_trade_id</c>.</summary>
    public static string Of(string name)
    {
        StringBuilder result = new(name.Length + 8);
        for (int i = 0; i < name.Length; i++)
        {
            char current = name[i];
            bool startsWord = char.IsUpper(current) && i > 0 && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
            {
                result.Append('_');
            }

            result.Append(char.ToLowerInvariant(current));
        }

        return result.ToString();
    }
}
