using AIWendy.Host.Data;
using Npgsql;

namespace AIWendy.Host.Tests.Data;

public sealed class DatabaseAddressTests
{
    [Fact]
    public void An_address_with_everything_is_read()
    {
        NpgsqlConnectionStringBuilder address = DatabaseAddress.Parse("postgresql://us%40er:p%3Aa%2Fs@db.example:6543/trade%20book?sslmode=verify-full&connect_timeout=7&application_name=x");
        address.Host.Should().Be("db.example");
        address.Port.Should().Be(6543);
        address.Username.Should().Be("us@er");
        address.Password.Should().Be("p:a/s");
        address.Database.Should().Be("trade book");
        address.SslMode.Should().Be(SslMode.VerifyFull);
        address.Timeout.Should().Be(7);
        address.ApplicationName.Should().Be("x");
    }

    [Theory]
    [InlineData("postgres://u:p@h/d", "h", 5432)]
    [InlineData("postgres://u:p@[::1]:1234/d", "::1", 1234)]
    [InlineData("postgres://u:p@localhost/d?host=/run/postgresql", "/run/postgresql", 5432)]
    [InlineData("Host=h;Port=99;Username=u;Password=p;Database=d", "h", 99)]
    public void Both_forms_are_read(string text, string host, int port)
    {
        DatabaseAddress.Problem(text).Should().BeNull();
        NpgsqlConnectionStringBuilder address = DatabaseAddress.Parse(text);
        (address.Host, address.Port).Should().Be((host, port));
    }

    [Theory]
    [InlineData("mysql://u:verysecret@h/d")]
    [InlineData("postgres://u:verysecret@h/d?nonsense=1")]
    [InlineData("postgres://u:verysecret@h:port/d")]
    [InlineData("Hast=h;Password=verysecret")]
    [InlineData("Host=h;Password=verysecret;Database=d")]
    [InlineData("postgres://h/d")]
    [InlineData("postgres://u:verysecret@h")]
    public void What_can_not_be_used_is_refused_without_showing_the_password(string text) =>
        DatabaseAddress.Problem(text).Should().NotBeNull().And.NotContain("verysecret");
}
