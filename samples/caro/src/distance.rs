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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_words_are_not_apart() {
        assert_eq!(distance("file", "file"), 0);
        assert_eq!(distance("", ""), 0);
    }

    #[test]
    fn every_kind_of_typing_error_counts_once() {
        for (typed, meant) in [
            ("fil", "file"),
            ("filee", "file"),
            ("fime", "file"),
            ("fiel", "file"),
            ("ifle", "file"),
        ] {
            assert_eq!(distance(typed, meant), 1, "{typed}");
        }
    }

    #[test]
    fn errors_add_up() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("abc", ""), 3);
    }

    #[test]
    fn it_works_both_ways() {
        assert_eq!(distance("größe", "grosse"), distance("grosse", "größe"));
    }

    #[test]
    fn the_nearest_is_found_within_reason() {
        let words = || ["file", "folder", "process"].into_iter();
        assert_eq!(nearest("flie", words()), Some("file"));
        assert_eq!(nearest("proccess", words()), Some("process"));
        assert_eq!(nearest("prcss", words()), None);
        assert_eq!(nearest("banana", words()), None);
    }

    #[test]
    fn short_words_are_not_guessed_at() {
        assert_eq!(nearest("fil", ["file"].into_iter()), None);
    }

    #[test]
    fn the_first_letter_must_be_right() {
        assert_eq!(nearest("bile", ["file"].into_iter()), None);
    }

    #[test]
    fn between_two_that_are_equally_near_nobody_decides() {
        assert_eq!(nearest("lone", ["line", "lane"].into_iter()), None);
        assert_eq!(
            nearest("lines", ["liner", "lines", "linen"].into_iter()),
            Some("lines")
        );
        assert_eq!(nearest("filee", ["file", "file"].into_iter()), Some("file"));
    }
}
