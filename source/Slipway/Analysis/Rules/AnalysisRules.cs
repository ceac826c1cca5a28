using System.Collections.Immutable;
using static Slipway.Analysis.AnalysisLevel;
using static Slipway.Analysis.Rules.AnalysisGroup;

namespace Slipway.Analysis.Rules;

/// <summary>What is looked for: the lints of clippy and rustc that are about security, and calls that clippy is told to find.</summary>
public static class AnalysisRules
{
    private static readonly AnalysisRule[] Lints =
    [
        new("clippy::cast_ptr_alignment", Memory, Warning, "a pointer may point where its new type cannot be read", 5.5),
        new("clippy::cast_slice_different_sizes", Memory, Error, "a slice reaches beyond its memory", 8.1),
        new("clippy::cast_slice_from_raw_parts", Memory, Warning, "a slice of raw parts may dangle", 5.5),
        new("clippy::eager_transmute", Memory, Error, "a value is transmuted before it is checked", 7.5),
        new("clippy::macro_metavars_in_unsafe", Memory, Warning, "a macro runs its caller's code inside its own unsafe", 5.5),
        new("clippy::mem_forget", Memory, Warning, "a destructor does not run, so that memory, locks or secrets stay", 4.0),
        new("clippy::mem_replace_with_uninit", Memory, Error, "uninitialized memory is read", 8.1),
        new("clippy::missing_transmute_annotations", Memory, Warning, "a transmute follows types that are changed elsewhere", 5.0),
        new("clippy::multiple_unsafe_ops_per_block", Memory, Note, "one reason stands for several operations"),
        new("clippy::mut_from_ref", Memory, Error, "two mutable references to one value", 8.1),
        new("clippy::non_send_fields_in_send_ty", Memory, Warning, "what must stay on its thread is sent to another", 6.5),
        new("clippy::not_unsafe_ptr_arg_deref", Memory, Error, "safe code can make it follow any pointer", 8.1),
        new("clippy::size_of_in_element_count", Memory, Error, "bytes are counted as elements: memory beyond the end is touched", 8.1),
        new("clippy::swap_ptr_to_ref", Memory, Warning, "two mutable references to one value", 6.5),
        new("clippy::transmuting_null", Memory, Error, "a reference is null", 7.5),
        new("clippy::undocumented_unsafe_blocks", Memory, Warning, "nobody can check why it is sound", 4.0, "Say why it is sound: // SAFETY: …"),
        new("clippy::uninit_assumed_init", Memory, Error, "uninitialized memory is read", 8.1),
        new("clippy::uninit_vec", Memory, Error, "uninitialized memory is read", 8.1),
        new("clippy::unsafe_derive_deserialize", Memory, Warning, "deserialized values get around the checks that unsafe code relies on", 6.5),
        new("clippy::unsound_collection_transmute", Memory, Error, "the layout of a collection is guessed", 8.1),
        new("clippy::zst_offset", Memory, Error, "an offset that moves nowhere"),
        new("invalid_reference_casting", Memory, Error, "what others read as constant is written", 8.1),
        new("invalid_value", Memory, Error, "a value that its type cannot have", 8.1),
        new("static_mut_refs", Memory, Warning, "threads may change it at the same time", 6.5),
        new("unsafe_op_in_unsafe_fn", Memory, Warning, "nobody sees which operations are unsafe", 4.0),
        new("clippy::suspicious_command_arg_space", Commands, Warning, "one argument that looks like several", 4.0),
        new("clippy::zombie_processes", Commands, Warning, "ended processes are not waited for and use up the system's table", 4.0),
        new("clippy::exit", Commands, Note, "destructors do not run"),
        new("clippy::ineffective_open_options", Files, Warning, "the file is not opened as it looks"),
        new("clippy::join_absolute_paths", Files, Warning, "an absolute path replaces the folder it is joined to", 5.5),
        new("clippy::non_octal_unix_permissions", Files, Error, "other permissions than it looks like", 7.0),
        new("clippy::nonsensical_open_options", Files, Error, "the file is not opened as it looks"),
        new("clippy::path_buf_push_overwrite", Files, Warning, "an absolute path replaces the folder it is joined to", 5.5),
        new("clippy::permissions_set_readonly_false", Files, Error, "everybody may write the file", 7.0),
        new("clippy::suspicious_open_options", Files, Warning, "what the file held before may stay behind the new content", 4.0),
        new("clippy::unused_io_amount", Files, Error, "only a part may have been read or written", 5.0),
        new("clippy::verbose_file_reads", Files, Note, "a file's size is not looked at before it is read"),
        new("clippy::await_holding_lock", Concurrency, Warning, "tasks wait for each other forever", 5.0),
        new("clippy::await_holding_refcell_ref", Concurrency, Warning, "another task may panic on the borrow", 4.0),
        new("clippy::if_let_mutex", Concurrency, Error, "a thread waits for itself", 5.0),
        new("clippy::let_underscore_lock", Concurrency, Error, "the lock is released at once", 6.5),
        new("clippy::absurd_extreme_comparisons", Logic, Error, "a check that cannot fail"),
        new("clippy::bad_bit_mask", Logic, Error, "a check that cannot fail"),
        new("clippy::infinite_iter", Logic, Error, "it never ends", 5.0),
        new("clippy::invalid_regex", Logic, Error, "the pattern panics when it is made"),
        new("clippy::recursive_format_impl", Logic, Error, "the stack overflows", 5.0),
        new("clippy::let_underscore_must_use", Logic, Note, "an error is dropped"),
        new("clippy::allow_attributes_without_reason", Logic, Note, "a lint is silenced, and nobody says why"),
        new("clippy::out_of_bounds_indexing", Panics, Error, "it panics", 5.0),
        new("clippy::todo", Panics, Warning, "it panics"),
        new("clippy::unimplemented", Panics, Warning, "it panics"),
        new("clippy::expect_used", Panics, Note, "it panics when there is nothing"),
        new("clippy::indexing_slicing", Panics, Note, "it panics beyond the end"),
        new("clippy::panic", Panics, Note, "it panics"),
        new("clippy::string_slice", Panics, Note, "it panics inside a character"),
        new("clippy::unwrap_used", Panics, Note, "it panics when there is nothing"),
        new("clippy::arithmetic_side_effects", Numbers, Note, "it may overflow or divide by zero"),
        new("clippy::cast_possible_truncation", Numbers, Note, "the number may lose digits"),
        new("clippy::as_conversions", Numbers, Off, "the number may become another one"),
    ];

    /// <summary>All rules, in the order of their names.</summary>
    public static ImmutableArray<AnalysisRule> All { get; } =
        [.. Lints.Concat(DangerousCalls.Rules).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>The lint that finds the calls of our own rules.</summary>
    internal static AnalysisRule DisallowedMethods { get; } = new("clippy::disallowed_methods", Logic, Note, "the crate forbids it");

    public static AnalysisRule? Find(string? id) => All.FirstOrDefault(rule => rule.Id == id);
}
