/** Tests of what AWS is asked for, with hand-written clients. Nothing leaves the process. */
@NullMarked
package dev.baton.shell.aws;

import org.jspecify.annotations.NullMarked;
