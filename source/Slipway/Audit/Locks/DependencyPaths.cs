namespace Slipway.Audit.Locks;

/// <summary>How each package comes into the tree: the shortest way from a member of the workspace.</summary>
public sealed class DependencyPaths
{
    private const int None = -1;

    private readonly LockFile _file;
    private readonly int[] _needer;
    private readonly Dictionary<LockPackage, int> _positions = new(ReferenceEqualityComparer.Instance);

    /// <param name="members">The names of the workspace's members; null takes what stands in the repository.</param>
    public DependencyPaths(LockFile file, IReadOnlyCollection<string>? members = null)
    {
        _file = file;
        _needer = new int[file.Packages.Count];
        Array.Fill(_needer, None);
        var queue = new Queue<int>();
        var seen = new bool[file.Packages.Count];
        for (var index = 0; index < file.Packages.Count; index++)
        {
            _positions[file.Packages[index]] = index;
            if (!file.Packages[index].IsThirdParty && members?.Contains(file.Packages[index].Name) != false)
            {
                seen[index] = true;
                queue.Enqueue(index);
            }
        }

        while (queue.TryDequeue(out var position))
        {
            foreach (var dependency in file.Packages[position].Dependencies.Where(dependency => !seen[dependency]))
            {
                seen[dependency] = true;
                _needer[dependency] = position;
                queue.Enqueue(dependency);
            }
        }
    }

    /// <summary>From the member to the package; the package alone when nothing needs it.</summary>
    public IReadOnlyList<LockPackage> To(LockPackage package)
    {
        var path = new List<LockPackage>();
        for (var position = _positions[package]; position != None; position = _needer[position])
            path.Add(_file.Packages[position]);
        path.Reverse();
        return path;
    }
}
