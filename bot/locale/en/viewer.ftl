viewers-change-nothing = You are a viewer here and cannot change anything. Ask a lead to change your role.
viewers-no-pay = You are a viewer here: you have no pay slip, and nobody’s pay is shown to you.
