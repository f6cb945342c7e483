package org.hearth.local.functions;

import org.hearth.local.template.FunctionSpec;

/** One function of the template, wherever it runs. */
public interface LambdaFunction {
    FunctionSpec spec();

    /**
     * Calls the function and waits.
     *
     * @param event JSON
     * @return the JSON that it wrote
     * @throws FunctionFailure if it threw, took longer than the template allows, or can't be reached
     */
    byte[] invoke(byte[] event) throws FunctionFailure;
}
