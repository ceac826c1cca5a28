using System.Collections.Concurrent;
using System.Collections.Immutable;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.Crates;

/// <summary>What the registry knows and decides, whoever asks.</summary>
internal sealed class CrateRegistry(CrateStore store, IThirdPartyCrates others, TimeProvider time, TimeSpan lag)
{
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<(string Name, string Version), DateTimeOffset> _visible = new();

    /// <summary>The lines that the index shows by now.</summary>
    public ImmutableArray<IndexEntry> Visible(string name)
    {
        var own = Own(name);
        return
        [
            .. others.Entries(name).Where(other => own.All(entry => entry.Version != other.Version)),
            .. own.Where(entry => !_visible.TryGetValue(Key(entry), out var from) || time.GetUtcNow() >= from),
        ];
    }

    /// <exception cref="RegistryException">It is refused.</exception>
    public void Publish(PublishRequest request, Publisher publisher, TimeSpan? thisLag)
    {
        PublishCheck.Ensure(request);
        lock (_lock)
        {
            EnsureNew(request, publisher);
            foreach (var name in PublishCheck.Dependencies(request.Metadata).Select(dependency => dependency.Text("name")!))
            {
                if (CrateName.Canonical(name) != CrateName.Canonical(request.Name) && All(name).IsEmpty)
                    throw RegistryException.Bad($"no known crate named `{name}`");
            }

            var entry = IndexEntry.From(request);
            _visible[Key(entry)] = time.GetUtcNow() + (thisLag ?? lag);
            if (store.Owners(request.Name).IsEmpty)
                store.SetOwners(request.Name, [publisher.Login]);
            store.Add(entry, request.Crate);
        }
    }

    /// <summary>Adds a crate with one version that is yanked, when there is none of that name.</summary>
    public void Begin(string name)
    {
        lock (_lock)
        {
            if (All(name).IsEmpty)
                store.Add(IndexEntry.Placeholder(name), []);
        }
    }

    /// <exception cref="RegistryException">There is no such version.</exception>
    public void Yank(string name, string version, bool yanked)
    {
        lock (_lock)
        {
            var entry = Own(name).FirstOrDefault(entry => entry.Version == version)
                ?? throw RegistryException.Missing($"crate `{name}` does not have a version `{version}`");
            store.Replace(entry.With(yanked));
        }
    }

    /// <summary>The file of a version, or null.</summary>
    public string? CrateFile(string name, string version) =>
        Own(name).Any(entry => entry.Version == version) ? store.CrateFile(name, version) : others.CrateFile(name, version);

    /// <exception cref="RegistryException">There is no such crate.</exception>
    public ImmutableArray<string> Owners(string name) =>
        All(name).IsEmpty ? throw RegistryException.Missing($"crate `{name}` does not exist") : store.Owners(name);

    /// <exception cref="RegistryException">The crate would have no owner.</exception>
    public void ChangeOwners(string name, IEnumerable<string> logins, bool add)
    {
        lock (_lock)
        {
            var owners = Owners(name);
            ImmutableArray<string> after = add
                ? [.. owners, .. logins.Where(login => !owners.Contains(login, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal)]
                : [.. owners.Where(owner => !logins.Contains(owner, StringComparer.Ordinal))];
            if (after.IsEmpty)
                throw RegistryException.Bad("cannot remove all individual owners of a crate. Team member don't have permission to modify owners, so at least one individual owner is required.");
            store.SetOwners(name, after);
        }
    }

    /// <summary>The newest version of every crate whose name has this in it.</summary>
    public IEnumerable<IndexEntry> Search(string query) => store.Names()
        .Where(name => name.Contains(query, StringComparison.OrdinalIgnoreCase))
        .Select(name => Visible(name).LastOrDefault(entry => !entry.Yanked))
        .OfType<IndexEntry>();

    private void EnsureNew(PublishRequest request, Publisher publisher)
    {
        var known = All(request.Name);
        if (known.IsEmpty)
        {
            if (store.Names().FirstOrDefault(name => CrateName.Canonical(name) == CrateName.Canonical(request.Name)) is { } similar)
                throw RegistryException.Bad($"crate was previously named `{similar}`");
            if (publisher.IsWorkflow)
                throw RegistryException.Forbidden("Trusted Publishing tokens do not support creating new crates. Publish the crate manually, first");
        }
        else if (known[0].Name != request.Name)
        {
            throw RegistryException.Bad($"crate was previously named `{known[0].Name}`");
        }

        // Build metadata does not tell versions apart.
        if (known.Any(entry => entry.Version.Split('+')[0] == request.Version.Split('+')[0]))
            throw RegistryException.Bad($"crate version `{request.Version}` is already uploaded");
    }

    private ImmutableArray<IndexEntry> All(string name) => [.. Own(name), .. others.Entries(name)];

    private ImmutableArray<IndexEntry> Own(string name) => CrateName.Mistake(name) is null ? store.Entries(name) : [];

    private static (string Name, string Version) Key(IndexEntry entry) => (entry.Name, entry.Version);
}
