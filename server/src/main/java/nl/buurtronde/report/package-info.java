/**
 * What a tenant sends without an account (melding): something to repair, a job, an idea, or the wish
 * to take part. It is followed by a code, and answered at the desk beside what volunteers saw.
 *
 * <p>May never tell who sent it to anybody but staff of its district, never give one code's report
 * to another code, and never take more from the public than its limits say.
 */
package nl.buurtronde.report;
