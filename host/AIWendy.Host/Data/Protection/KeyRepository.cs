using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace AIWendy.Host.Data.Protection;

/// <summary>Keeps the keys of Data Protection in the database, so that every replica has the same.</summary>
internal sealed class KeyRepository(IHostDatabase database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        List<XElement> elements = [];
        using NpgsqlCommand command = database.Application.CreateCommand("select xml from aiwendy.data_protection_keys order by created_at");
        using NpgsqlDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            elements.Add(XElement.Parse(reader.GetString(0)));
        }

        return elements;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using NpgsqlCommand command = database.Application.CreateCommand("insert into aiwendy.data_protection_keys (friendly_name, xml) values ($1, $2)");
        command.Parameters.AddWithValue(friendlyName);
        command.Parameters.AddWithValue(element.ToString(SaveOptions.DisableFormatting));
        command.ExecuteNonQuery();
    }
}
