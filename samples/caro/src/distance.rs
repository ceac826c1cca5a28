//! How far apart two words are, for typing errors.

/// Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other.
pub(crate) fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=to.len()).collect();
    let mut last_char = None;
    for (row, c) in from.chars().enumerate() {
        let mut next = vec![row + 1];
        let mut left = row + 1;
        let mut left_char = None;
        for (column, &d) in to.iter().enumerate() {
            let get = |line: &[usize], at: usize| line.get(at).copied().unwrap_or(usize::MAX - 1);
            let mut best = (get(&last, column) + usize::from(c != d))
                .min(get(&last, column + 1) + 1)
                .min(left + 1);
            if column > 0 && last_char == Some(d) && left_char == Some(c) {
                best = best.min(get(&before, column - 1) + 1);
            }
            next.push(best);
            left = best;
            left_char = Some(d);
        }
        before = std::mem::replace(&mut last, next);
        last_char = Some(c);
    }
    last.last().copied().unwrap_or_default()
}

/// The candidate that was probably meant; none when two are equally near.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    let length = word.chars().count();
    let allowed = match length {
        0..=3 => return None,
        4..=7 => 1,
        _ => 2,
    };
    let mut best: Option<(usize, &str)> = None;
    let mut tied = false;
    // The first letter is seldom the wrong one, and a wrong guess is worse than none.
    let first = word.chars().next();
    for candidate in candidates.filter(|candidate| candidate.chars().next() == first) {
        let found = distance(word, candidate);
        match best {
            _ if found > allowed => {}
            Some((_, known)) if known == candidate => {}
            Some((least, _)) if found > least => {}
            Some((least, _)) if found == least => tied = true,
            _ => {
                best = Some((found, candidate));
                tied = false;
            }
        }
    }
    best.filter(|_| !tied).map(|(_, candidate)| candidate)
}
