/**
 * Who may pay: one object for each edit, moved from stage to stage by conditional writes.
 *
 * <p>Each stage says what is known, and so what whoever finds it does. A <em>live</em> entry is one whose holder renewed it
 * within the lease, by S3's clock; it is left alone, but for a receipt whose pictures all stand and a verdict
 * whose sidecar stands: nothing is left to guard.
 *
 * <table>
 * <caption>The stages</caption>
 * <tr><th>Stage</th><th>Known</th><th>Who moves on, and to what</th><th>Found without a live holder</th></tr>
 * <tr><td>none</td><td>nothing was ever asked for, or it has expired</td><td>anyone claims it: {@code Open}</td>
 *     <td>claim it</td></tr>
 * <tr><td>{@code Open}</td><td>no call is out whose end is not known</td>
 *     <td>the holder: to {@code Sent} before a call's last bytes leave, to {@code Received} where a picture stands of a call
 *     that was given up, to {@code Failed} where no further call is allowed</td>
 *     <td>claim it; calling is free, unless a picture stands of a call that was given up</td></tr>
 * <tr><td>{@code Sent}</td><td>a call may have been received in full, and nobody knows what came of it</td>
 *     <td>the holder, by the answer or by what the endpoint's records say: to {@code Received}, to {@code Failed}, or to
 *     {@code Open} where the call did nothing, or is given up</td>
 *     <td>look for its pictures, then in the endpoint's records; what stays unknown is paid for again once at the
 *     most</td></tr>
 * <tr><td>{@code Received}</td><td>paid for: where the pictures lie, in our bucket or by link</td>
 *     <td>nobody, for the sidecar settles it; where not one picture is to be had any more, the holder: to
 *     {@code Failed}</td><td>fetch and store what is missing, write the sidecar; never call</td></tr>
 * <tr><td>{@code Failed}</td><td>the failed sidecar, word for word</td>
 *     <td>once it stands the holder, or whoever finds it standing: to {@code Open}</td>
 *     <td>write the sidecar; never call</td></tr>
 * </table>
 *
 * <p>A standing sidecar counts for more than any stage; with a receipt left behind, a sidecar that was deleted is written
 * again. A release is the same stage without a holder, and never a delete: a late write of somebody else's must find
 * something to fail on.
 */
@NullMarked
package io.github.s3imageedit.ledger;

import org.jspecify.annotations.NullMarked;
