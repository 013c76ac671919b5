package text

// The classes of a byte, as bits.
const (
	lowerClass uint8 = 1 << iota
	upperClass
	digitClass
	spaceClass // white space within a line, and control characters
	breakClass // what breaks a line
	innerClass // may go on inside a word that letters or digits began
	highClass  // part of a rune beyond ASCII

	letterClass = lowerClass | upperClass
	alnum       = letterClass | digitClass
)

// class gives the classes of each byte.
var class = [256]uint8{
	0x00: spaceClass, 0x01: spaceClass, 0x02: spaceClass, 0x03: spaceClass,
	0x04: spaceClass, 0x05: spaceClass, 0x06: spaceClass, 0x07: spaceClass,
	0x08: spaceClass, '\t': spaceClass, '\n': breakClass, '\v': breakClass,
	'\f': breakClass, '\r': breakClass, 0x0E: spaceClass, 0x0F: spaceClass,
	0x10: spaceClass, 0x11: spaceClass, 0x12: spaceClass, 0x13: spaceClass,
	0x14: spaceClass, 0x15: spaceClass, 0x16: spaceClass, 0x17: spaceClass,
	0x18: spaceClass, 0x19: spaceClass, 0x1A: spaceClass, 0x1B: spaceClass,
	0x1C: spaceClass, 0x1D: spaceClass, 0x1E: spaceClass, 0x1F: spaceClass,
	' ': spaceClass, 0x7F: spaceClass,

	'\'': innerClass, '`': innerClass, '-': innerClass, '.': innerClass, ':': innerClass,
	'@': innerClass, '_': innerClass,

	'0': digitClass, '1': digitClass, '2': digitClass, '3': digitClass, '4': digitClass,
	'5': digitClass, '6': digitClass, '7': digitClass, '8': digitClass, '9': digitClass,

	'A': upperClass, 'B': upperClass, 'C': upperClass, 'D': upperClass, 'E': upperClass,
	'F': upperClass, 'G': upperClass, 'H': upperClass, 'I': upperClass, 'J': upperClass,
	'K': upperClass, 'L': upperClass, 'M': upperClass, 'N': upperClass, 'O': upperClass,
	'P': upperClass, 'Q': upperClass, 'R': upperClass, 'S': upperClass, 'T': upperClass,
	'U': upperClass, 'V': upperClass, 'W': upperClass, 'X': upperClass, 'Y': upperClass,
	'Z': upperClass,

	'a': lowerClass, 'b': lowerClass, 'c': lowerClass, 'd': lowerClass, 'e': lowerClass,
	'f': lowerClass, 'g': lowerClass, 'h': lowerClass, 'i': lowerClass, 'j': lowerClass,
	'k': lowerClass, 'l': lowerClass, 'm': lowerClass, 'n': lowerClass, 'o': lowerClass,
	'p': lowerClass, 'q': lowerClass, 'r': lowerClass, 's': lowerClass, 't': lowerClass,
	'u': lowerClass, 'v': lowerClass, 'w': lowerClass, 'x': lowerClass, 'y': lowerClass,
	'z': lowerClass,

	0x80: highClass, 0x81: highClass, 0x82: highClass, 0x83: highClass, 0x84: highClass, 0x85: highClass, 0x86: highClass, 0x87: highClass,
	0x88: highClass, 0x89: highClass, 0x8A: highClass, 0x8B: highClass, 0x8C: highClass, 0x8D: highClass, 0x8E: highClass, 0x8F: highClass,
	0x90: highClass, 0x91: highClass, 0x92: highClass, 0x93: highClass, 0x94: highClass, 0x95: highClass, 0x96: highClass, 0x97: highClass,
	0x98: highClass, 0x99: highClass, 0x9A: highClass, 0x9B: highClass, 0x9C: highClass, 0x9D: highClass, 0x9E: highClass, 0x9F: highClass,
	0xA0: highClass, 0xA1: highClass, 0xA2: highClass, 0xA3: highClass, 0xA4: highClass, 0xA5: highClass, 0xA6: highClass, 0xA7: highClass,
	0xA8: highClass, 0xA9: highClass, 0xAA: highClass, 0xAB: highClass, 0xAC: highClass, 0xAD: highClass, 0xAE: highClass, 0xAF: highClass,
	0xB0: highClass, 0xB1: highClass, 0xB2: highClass, 0xB3: highClass, 0xB4: highClass, 0xB5: highClass, 0xB6: highClass, 0xB7: highClass,
	0xB8: highClass, 0xB9: highClass, 0xBA: highClass, 0xBB: highClass, 0xBC: highClass, 0xBD: highClass, 0xBE: highClass, 0xBF: highClass,
	0xC0: highClass, 0xC1: highClass, 0xC2: highClass, 0xC3: highClass, 0xC4: highClass, 0xC5: highClass, 0xC6: highClass, 0xC7: highClass,
	0xC8: highClass, 0xC9: highClass, 0xCA: highClass, 0xCB: highClass, 0xCC: highClass, 0xCD: highClass, 0xCE: highClass, 0xCF: highClass,
	0xD0: highClass, 0xD1: highClass, 0xD2: highClass, 0xD3: highClass, 0xD4: highClass, 0xD5: highClass, 0xD6: highClass, 0xD7: highClass,
	0xD8: highClass, 0xD9: highClass, 0xDA: highClass, 0xDB: highClass, 0xDC: highClass, 0xDD: highClass, 0xDE: highClass, 0xDF: highClass,
	0xE0: highClass, 0xE1: highClass, 0xE2: highClass, 0xE3: highClass, 0xE4: highClass, 0xE5: highClass, 0xE6: highClass, 0xE7: highClass,
	0xE8: highClass, 0xE9: highClass, 0xEA: highClass, 0xEB: highClass, 0xEC: highClass, 0xED: highClass, 0xEE: highClass, 0xEF: highClass,
	0xF0: highClass, 0xF1: highClass, 0xF2: highClass, 0xF3: highClass, 0xF4: highClass, 0xF5: highClass, 0xF6: highClass, 0xF7: highClass,
	0xF8: highClass, 0xF9: highClass, 0xFA: highClass, 0xFB: highClass, 0xFC: highClass, 0xFD: highClass, 0xFE: highClass, 0xFF: highClass,
}
