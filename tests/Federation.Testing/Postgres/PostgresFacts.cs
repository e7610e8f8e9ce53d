using Xunit;

namespace Federation.Testing.Postgres;

/// <summary>A fact that is skipped, and says so, on a machine without PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresMissing.Reason;
}

/// <summary>A theory that is skipped, and says so, on a machine without PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = PostgresMissing.Reason;
}

/// <summary>Why a test that needs PostgreSQL is skipped; null where it is not.</summary>
file static class PostgresMissing
{
    public static string? Reason =>
        PostgresServer.Binaries is null ? "No PostgreSQL binaries under /usr/lib/postgresql." : null;
}
