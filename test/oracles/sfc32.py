"""The generator sfc32 in plain integers, seeded with (0, 0, seed, 1) and 15 rounds, two words to a number; run: python3 sfc32.py"""


def numbers(seed, count):
    a, b, c, counter = 0, 0, seed % 2**32, 1
    words = []
    for _ in range(15 + 2 * count):
        total = (a + b + counter) % 2**32
        counter = (counter + 1) % 2**32
        a, b, c = b ^ (b >> 9), (c + (c << 3)) % 2**32, (((c << 21) % 2**32 | c >> 11) + total) % 2**32
        words.append(total)
    pairs = zip(words[15::2], words[16::2])
    return [((high >> 5) * 2**26 + (low >> 6)) / 2**53 for high, low in pairs]


if __name__ == "__main__":
    for seed in (1, 2026, 2**32 - 1):
        print(seed, numbers(seed, 3))
