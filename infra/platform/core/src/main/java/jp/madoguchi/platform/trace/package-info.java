/** Traces (OpenTelemetry): which steps of which programs belong to one piece of work, and how long each took. Off unless set. */
@NullMarked
package jp.madoguchi.platform.trace;

import org.jspecify.annotations.NullMarked;
