package jp.madoguchi.platform.content;

/** Why a file is not taken although it is of a kind that is. */
public enum Flaw {

    /** It opens only with a password. */
    LOCKED,
    /** It is broken, or only a part of it arrived. */
    DAMAGED,
    /** A program for the office suite is in it. */
    MACROS,
    /** Other files or controls are in it, which nobody sees who looks at it. */
    EMBEDDED,
    /** It runs scripts, starts programs or asks other programs for data when it is opened. */
    ACTIVE,
    /** A book of the office suites before 2007, in which all of the above can hide. */
    OLD_FORMAT,
    /** Unpacked it is many times larger than anything people write. */
    TOO_MUCH
}
