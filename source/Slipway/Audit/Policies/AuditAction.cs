namespace Slipway.Audit.Policies;

public enum AuditAction
{
    Allow,
    Warn,
    Fail,
}
