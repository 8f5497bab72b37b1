Find a case in any state by any writing, mark what residents wrote, and lead back from every refusal
